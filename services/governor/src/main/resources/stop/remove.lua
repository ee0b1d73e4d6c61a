-- Removes a key unless somebody has changed it meanwhile.
-- KEYS: the key
-- ARGV: the value that was seen
-- Answers: {REMOVED} or {CHANGED}
if redis.call('GET', KEYS[1]) ~= ARGV[1] then
  return {'CHANGED'}
end
redis.call('DEL', KEYS[1])
return {'REMOVED'}
