-- What the keys say, from a Redis that takes writes. One that only reads may be a former master and tell an old world, and
-- one that is full cannot take a stop, so both must fail here instead of answering.
-- KEYS: probe, emergency stop, kill switches...
-- Answers: for each key but the probe {it is there (1 or 0), its value}, all in one list
redis.call('SET', KEYS[1], '1', 'PX', '60000')
local answer = {}
for i = 2, #KEYS do
  local value = redis.call('GET', KEYS[i])
  table.insert(answer, value and '1' or '0')
  table.insert(answer, value or '')
end
return answer
