-- Locks on resources, all of them or none.
-- KEYS: since when locks are remembered, then one per resource
-- ARGV: change (witness, acquire, renew, release), owner, holder, lease (ms), token, keep (ms)
-- Answers: {what, ...}; see RedisLocks
local change, owner, holder, lease = ARGV[1], ARGV[2], ARGV[3], tonumber(ARGV[4])
local token, keep = ARGV[5], tonumber(ARGV[6])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local function text(number)
  return string.format('%d', number)
end

local since = tonumber(redis.call('GET', KEYS[1]))
if not since then
  since = now
  redis.call('SET', KEYS[1], text(now))
end
if change == 'witness' then
  return {'DONE'}
end

if change == 'acquire' then
  -- Whatever was held when the memory was lost has run out by then.
  if now < since + lease then
    return {'UNCLEAR', text(since + lease)}
  end
  local fence = now
  for i = 2, #KEYS do
    local lock = redis.call('HMGET', KEYS[i], 'owner', 'holder', 'until', 'fence')
    if lock[1] and lock[1] ~= owner and tonumber(lock[3]) > now then
      return {'HELD', text(i - 2), lock[2], lock[3]}
    end
    fence = math.max(fence, (tonumber(lock[4]) or 0) + 1)
  end
  for i = 2, #KEYS do
    redis.call('HSET', KEYS[i], 'owner', owner, 'holder', holder, 'until', text(now + lease), 'fence', text(fence))
    redis.call('PEXPIRE', KEYS[i], keep)
  end
  return {'GRANTED', text(fence)}
end

for i = 2, #KEYS do
  local lock = redis.call('HMGET', KEYS[i], 'owner', 'fence')
  if lock[1] == owner and lock[2] == token then
    if change == 'renew' then
      redis.call('HSET', KEYS[i], 'until', text(now + lease))
      redis.call('PEXPIRE', KEYS[i], keep)
    else
      redis.call('HDEL', KEYS[i], 'owner', 'holder', 'until')
    end
  elseif change == 'renew' then
    return {'LOST', text(i - 2)}
  end
end
return {'DONE'}
