-- Puts an entry at the end of its run's chain if nobody else did since the head was read.
-- KEYS: head, ids
-- ARGV: hash that the head had ("" for none), entry id, sequence, hash, entry (base64), keep (ms)
-- Answers: {APPENDED}, {KNOWN} if that entry is in the chain, {CONFLICT} if the head has moved
local head = redis.call('HGET', KEYS[1], 'hash') or ''
if redis.call('SISMEMBER', KEYS[2], ARGV[2]) == 1 then
  return {'KNOWN'}
end
if head ~= ARGV[1] then
  return {'CONFLICT'}
end
redis.call('HSET', KEYS[1], 'sequence', ARGV[3], 'hash', ARGV[4], 'unwritten', ARGV[5])
redis.call('SADD', KEYS[2], ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[6])
redis.call('PEXPIRE', KEYS[2], ARGV[6])
return {'APPENDED'}
