-- Looks how an action stands ("look") and claims it unless a stop is on ("start"); or only sees to it that a later loss
-- of the claims will be noticed ("witness"). One step: a SET of the stop key comes
-- either before all of it or after all of it.
-- KEYS: emergency stop, claim, epoch, kill switches...
-- ARGV: mode, attempt, executor, may repeat (1 or 0), requested at (ms), lease (ms), keep (ms), clock skew (ms),
--       newest order of stop or release (none, stop, release or not-read), its id,
--       key of a kill switch that is on by its order on agent.control (empty if none is)
-- Answers: {what, detail...}
local mode, attempt, executor, may_repeat = ARGV[1], ARGV[2], ARGV[3], ARGV[4] == '1'
local requested_at, lease, keep, skew = tonumber(ARGV[5]), tonumber(ARGV[6]), tonumber(ARGV[7]), tonumber(ARGV[8])
local order, order_id, killed = ARGV[9], ARGV[10], ARGV[11]
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

-- Since when nothing was forgotten: since the start, or since the first look after somebody emptied this Redis or it became master, for
-- then it may lack what was written last. master_replid changes at each promotion, and also, with master_replid2 empty, when a master has
-- been without replicas for long, which loses nothing.
local function remembers_since()
  local server, replication = redis.call('INFO', 'server'), redis.call('INFO', 'replication')
  local uptime = tonumber(string.match(server, 'uptime_in_seconds:(%d+)'))
  -- Whole seconds on both sides: it began within the second after (now - uptime), so the end of that second is what is certain.
  local begun = math.min(now, (time[1] - uptime + 1) * 1000)
  local run, id = string.match(server, 'run_id:(%w+)'), string.match(replication, 'master_replid:(%w+)')
  local promoted = not string.find(replication, 'master_replid2:0+%s')
  local noted, noted_run, noted_id = string.match(redis.call('GET', KEYS[3]) or '', '^(%d+) ?(%w*) ?(%w*)$')
  local epoch = tonumber(noted or nil)
  if not epoch then
    local emptied = string.find(redis.call('INFO', 'commandstats'), 'cmdstat_flush', 1, true)
    epoch = (emptied or promoted) and now or begun
  elseif promoted and (noted_run ~= run or noted_id ~= id) then
    epoch = now
  end
  if noted_run ~= run or noted_id ~= id then
    redis.call('SET', KEYS[3], string.format('%d %s %s', epoch, run, id))
  end
  return math.max(begun, epoch)
end

if mode == 'witness' then
  return {'SINCE', tostring(remembers_since())}
end

local claim = redis.call('HMGET', KEYS[2], 'state', 'attempt', 'executor', 'alive_until', 'result')
local state, holder = claim[1], claim[2]

if state == 'FINISHED' then
  return {'FINISHED', claim[5]}
end
if state == 'STARTED' and holder ~= attempt then
  if tonumber(claim[4]) > now then
    return {'RUNNING', claim[3]}
  end
  if not may_repeat then
    return {'LOST', claim[3] .. ' began it and has not been heard of since'}
  end
end

-- No claim proves nothing if this Redis has not lived, or not remembered, since the call was sent.
if not state and not may_repeat then
  if requested_at < remembers_since() + skew then
    return {'LOST', 'Redis was restarted or emptied after the call was sent, so nobody knows whether it was begun'}
  end
end
if mode ~= 'start' then
  return {'FREE'}
end

local stop = redis.call('GET', KEYS[1])
if not stop then
  return {'UNCLEAR', 'the key ' .. KEYS[1] .. ' is missing'}
end
local readable, value = pcall(cjson.decode, stop)
if not (readable and type(value) == 'table' and value.active == false) then
  return {'STOPPED', KEYS[1], stop}
end
-- A key that says inactive counts only if it names the newest order on agent.control and that order is a release.
if order == 'stop' then
  return {'STOPPED', KEYS[1], stop}
end
if order == 'not-read' then
  return {'UNCLEAR', 'agent.control has not been read to its end yet'}
end
if order == 'release' and value.order ~= order_id then
  return {'UNCLEAR', 'the key ' .. KEYS[1] .. ' does not name the newest order ' .. order_id}
end
if killed ~= '' then
  return {'STOPPED', killed, redis.call('GET', killed) or ''}
end
for i = 4, #KEYS do
  local kill_switch = redis.call('GET', KEYS[i])
  if kill_switch and kill_switch ~= '0' then
    return {'STOPPED', KEYS[i], kill_switch}
  end
end

redis.call('HSET', KEYS[2], 'state', 'STARTED', 'attempt', attempt, 'executor', executor, 'alive_until', now + lease)
redis.call('PEXPIRE', KEYS[2], keep)
return {'GRANTED'}
