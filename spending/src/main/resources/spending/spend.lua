-- Sets aside what a call may cost ("hold"), replaces that by what it did cost ("settle"), takes over what the ledger says
-- ("rebuild"), lets a budget have more ("raise"), or only looks ("look"). One step each. Books.java says the same in Java; a test holds the two together.
-- ("adopt" holds a call that is under way once more after a loss; "expire" does nothing else than every mode does first)
-- KEYS: ready, holds by their end, the call, the abandoned; then for each counter its own key and that of its raise
-- ARGV: mode, call, lease (ms), keep (ms), what the ledger is told if it is abandoned; then for each counter its limit, the amount, its time to live (ms), and what it is
-- Whole numbers below 2^53, which Lua's numbers hold exactly.
local mode, call, lease, keep = ARGV[1], ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4])
local counters = (#KEYS - 4) / 2
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local function key(i) return KEYS[3 + 2 * i] end
local function amount(i) return tonumber(ARGV[3 + 4 * i]) end
local function number(counter, field) return tonumber(redis.call('HGET', counter, field) or '0') end
-- Less nothing is written as -0, which Redis does not read.
local function whole(n) return string.format('%.0f', n + 0) end

-- What holds now: the limit of the file, or a raise of it that has not run out.
local function limit(i)
  local raised = tonumber(redis.call('GET', KEYS[4 + 2 * i]) or '0')
  return math.max(tonumber(ARGV[2 + 4 * i]), raised)
end

local function add(counter, field, more, ttl)
  redis.call('HINCRBY', counter, field, whole(more))
  if ttl then
    redis.call('PEXPIRE', counter, ttl)
  end
end

-- For those who list budgets.
local function describe(i)
  if redis.call('HGET', key(i), 'about') ~= ARGV[5 + 4 * i] then
    redis.call('HSET', key(i), 'about', ARGV[5 + 4 * i])
  end
end

local function reached(i)
  local used, highest = number(key(i), 'used'), 0
  for _, percent in ipairs({50, 80, 100}) do
    if used * 100 >= limit(i) * percent then
      highest = percent
    end
  end
  return highest
end

-- Gives back what that call holds, or what it counts with since it was abandoned.
local function give_back(call_key)
  local from = redis.call('HGET', call_key, 'state') == 'ABANDONED' and 'used' or 'held'
  local fields = redis.call('HGETALL', call_key)
  for f = 1, #fields, 2 do
    if string.sub(fields[f], 1, 2) == 'c:' then
      -- A counter that is gone has nothing to give back.
      if redis.call('EXISTS', string.sub(fields[f], 3)) == 1 then
        add(string.sub(fields[f], 3), from, -tonumber(fields[f + 1]))
      end
      redis.call('HDEL', call_key, fields[f])
    end
  end
end

-- It may have been billed, and nobody will say so: it counts with its most, and the ledger is told.
local function abandon(call_key)
  local fields = redis.call('HGETALL', call_key)
  for f = 1, #fields, 2 do
    if string.sub(fields[f], 1, 2) == 'c:' and redis.call('EXISTS', string.sub(fields[f], 3)) == 1 then
      add(string.sub(fields[f], 3), 'held', -tonumber(fields[f + 1]))
      add(string.sub(fields[f], 3), 'used', tonumber(fields[f + 1]))
    end
  end
  local record = redis.call('HGET', call_key, 'record') or ''
  if record ~= '' then
    redis.call('RPUSH', KEYS[4], record)
  end
  redis.call('HSET', call_key, 'state', 'ABANDONED')
end

local prefix = string.sub(KEYS[3], 1, #KEYS[3] - #call)
for _, late in ipairs(redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', now, 'LIMIT', 0, 100)) do
  abandon(prefix .. late)
  redis.call('PEXPIRE', prefix .. late, keep)
  redis.call('ZREM', KEYS[2], late)
end

if mode == 'expire' then
  return {'EXPIRED'}
end

if mode == 'look' then
  return {'STANDS', whole(number(key(1), 'used')), whole(number(key(1), 'held')), whole(limit(1))}
end

if mode == 'raise' then
  if amount(1) <= limit(1) then
    return {'ENOUGH'}
  end
  redis.call('SET', KEYS[6], whole(amount(1)), 'PX', ARGV[8])
  describe(1)
  redis.call('HDEL', key(1), 'refused')
  redis.call('HSET', key(1), 'told', tostring(reached(1)))
  redis.call('PEXPIRE', key(1), ARGV[8])
  return {'RAISED'}
end

local ready = redis.call('EXISTS', KEYS[1]) == 1
if mode == 'rebuild' then
  for i = 1, counters do
    local more = amount(i)
    if ready then
      more = math.max(0, more - number(key(i), 'used'))
    end
    add(key(i), 'used', more, ARGV[4 + 4 * i])
    describe(i)
  end
  redis.call('SET', KEYS[1], whole(now))
  return {'REBUILT'}
end

if mode == 'hold' or mode == 'adopt' then
  if mode == 'hold' and not ready then
    return {'UNCLEAR'}
  end
  if redis.call('EXISTS', KEYS[3]) == 1 then
    return {'REPEATED'}
  end
  for i = 1, mode == 'hold' and counters or 0 do
    local used = number(key(i), 'used') + number(key(i), 'held')
    if used + amount(i) > limit(i) then
      local first = redis.call('HSETNX', key(i), 'refused', '1')
      redis.call('PEXPIRE', key(i), ARGV[4 + 4 * i])
      return {'REFUSED', tostring(i), whole(used), whole(limit(i)), tostring(first)}
    end
  end
  redis.call('HSET', KEYS[3], 'state', 'HELD', 'record', ARGV[5])
  for i = 1, counters do
    add(key(i), 'held', amount(i), ARGV[4 + 4 * i])
    describe(i)
    redis.call('HSET', KEYS[3], 'c:' .. key(i), whole(amount(i)))
  end
  redis.call('PEXPIRE', KEYS[3], lease + keep)
  redis.call('ZADD', KEYS[2], now + lease, call)
  return {'HELD'}
end

if redis.call('HGET', KEYS[3], 'state') == 'SETTLED' then
  return {'REPEATED'}
end
give_back(KEYS[3])
redis.call('HSET', KEYS[3], 'state', 'SETTLED')
redis.call('PEXPIRE', KEYS[3], keep)
redis.call('ZREM', KEYS[2], call)
local answer = {'SETTLED'}
for i = 1, counters do
  add(key(i), 'used', amount(i), ARGV[4 + 4 * i])
  describe(i)
  local used, highest = number(key(i), 'used'), reached(i)
  if highest > number(key(i), 'told') then
    redis.call('HSET', key(i), 'told', tostring(highest))
    for _, said in ipairs({tostring(i), tostring(highest), whole(used), whole(limit(i))}) do
      table.insert(answer, said)
    end
  end
end
return answer
