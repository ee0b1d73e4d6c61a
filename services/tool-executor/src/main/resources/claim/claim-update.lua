-- Changes a claim that an attempt holds.
-- KEYS: claim
-- ARGV: change (renew, release, finish, give-up), attempt, lease (ms), keep (ms), result
-- Answers: {what}, or {FINISHED, the result that stands}
local change, attempt, lease, keep, result = ARGV[1], ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4]), ARGV[5]
local claim = redis.call('HMGET', KEYS[1], 'state', 'attempt', 'result')
local state, mine = claim[1], claim[2] == attempt

if change == 'renew' then
  if state == 'STARTED' and mine then
    local time = redis.call('TIME')
    redis.call('HSET', KEYS[1], 'alive_until', time[1] * 1000 + math.floor(time[2] / 1000) + lease)
  end
  return {'DONE'}
end
if change == 'release' then
  if state == 'STARTED' and mine then
    redis.call('DEL', KEYS[1])
  end
  return {'DONE'}
end
-- Whoever began it knows best; after that the first word stands.
if state == 'FINISHED' and not (change == 'finish' and mine) then
  return {'FINISHED', claim[3]}
end
redis.call('HSET', KEYS[1], 'state', 'FINISHED', 'result', result)
if change == 'finish' then
  redis.call('HSET', KEYS[1], 'attempt', attempt)
end
redis.call('PEXPIRE', KEYS[1], keep)
return {'FINISHED', result}
