-- Puts a value in place of another, unless somebody has changed the key meanwhile.
-- KEYS: emergency stop
-- ARGV: the value that was seen, the value that shall stand there
-- Answers: {SET} or {CHANGED}
if redis.call('GET', KEYS[1]) ~= ARGV[1] then
  return {'CHANGED'}
end
redis.call('SET', KEYS[1], ARGV[2])
return {'SET'}
