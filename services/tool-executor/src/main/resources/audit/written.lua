-- Notes that the entry at the head stands on the topic.
-- KEYS: head
-- ARGV: its hash
if redis.call('HGET', KEYS[1], 'hash') == ARGV[1] then
  redis.call('HDEL', KEYS[1], 'unwritten')
end
return {'DONE'}
