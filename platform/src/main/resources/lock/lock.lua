-- Locks on resources, all of them or none.
-- KEYS: since when locks are remembered and by which server, then one per resource
-- ARGV: change (witness, acquire, renew, release), owner, holder, lease (ms), token, keep (ms)
-- Answers: {what, ...}; see RedisLocks
local change, owner, holder, lease = ARGV[1], ARGV[2], ARGV[3], tonumber(ARGV[4])
local token, keep = ARGV[5], tonumber(ARGV[6])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local function text(number)
  return string.format('%d', number)
end

-- Another process, or one that was a replica, may lack what was written last. master_replid changes at each promotion, and also, with
-- master_replid2 empty, when a master has been without replicas for long, which loses nothing.
local function since()
  local replication = redis.call('INFO', 'replication')
  local run = string.match(redis.call('INFO', 'server'), 'run_id:(%w+)')
  local id = string.match(replication, 'master_replid:(%w+)')
  local promoted = not string.find(replication, 'master_replid2:0+%s')
  local noted, noted_run, noted_id = string.match(redis.call('GET', KEYS[1]) or '', '^(%d+) ?(%w*) ?(%w*)$')
  local same = noted and (noted_run == run or noted_run == '') and (noted_id == id or not promoted)
  if not same then
    noted = text(now)
  end
  if not same or noted_id ~= id then
    redis.call('SET', KEYS[1], noted .. ' ' .. run .. ' ' .. id)
  end
  return tonumber(noted)
end

local remembered = since()
if change == 'witness' then
  return {'DONE'}
end

if change == 'acquire' then
  -- Whatever was held when the memory was lost has run out by then.
  if now < remembered + lease then
    return {'UNCLEAR', text(remembered + lease)}
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
