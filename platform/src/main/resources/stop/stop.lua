-- What the keys say, from a Redis that takes writes. One that only reads may be a former master and tell an old world, and
-- one that is full cannot take a stop, so both must fail here instead of answering.
-- KEYS: emergency stop, kill switch, probe
-- Answers: {there is a stop key (1 or 0), its value, there is a kill switch (1 or 0), its value}
redis.call('SET', KEYS[3], '1', 'PX', '60000')
local function of(key)
  local value = redis.call('GET', key)
  return value and '1' or '0', value or ''
end
local stop_is_there, stop = of(KEYS[1])
local switch_is_there, switch = of(KEYS[2])
return {stop_is_there, stop, switch_is_there, switch}
