package io.flyball.platform.stop;

import io.flyball.platform.redis.Redis;
import io.lettuce.core.RedisException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the keys from Redis at every call; no answer in time is no permission. */
public final class RedisStopGuard implements StopGuard {
    private final Redis redis;

    public RedisStopGuard(Redis redis) {
        this.redis = redis;
    }

    @Override
    public StopState check(String agent) {
        String killSwitch = StopValue.killSwitch(agent);
        try {
            var values = redis.commands().mget(StopValue.KEY, killSwitch);
            StopState all = StopValue.read(values.get(0).getValueOrElse(null));
            return all.mayAct()
                    ? StopValue.readKillSwitch(killSwitch, values.get(1).getValueOrElse(null))
                    : all;
        } catch (RedisException e) {
            return unknown(e);
        }
    }

    @Override
    public Map<String, StopState> checkEach(Collection<String> agents) {
        List<String> names = List.copyOf(agents);
        Map<String, StopState> states = new HashMap<>();
        try {
            var values = redis.commands().mget(keys(names));
            StopState all = StopValue.read(values.getFirst().getValueOrElse(null));
            for (int i = 0; i < names.size(); i++) {
                String key = StopValue.killSwitch(names.get(i));
                String value = values.get(i + 1).getValueOrElse(null);
                states.put(names.get(i), all.mayAct() ? StopValue.readKillSwitch(key, value) : all);
            }
        } catch (RedisException e) {
            names.forEach(agent -> states.put(agent, unknown(e)));
        }
        return states;
    }

    private static String[] keys(List<String> agents) {
        return Stream.concat(Stream.of(StopValue.KEY), agents.stream().map(StopValue::killSwitch))
                .toArray(String[]::new);
    }

    @Override
    public StopState checkAll() {
        try {
            return StopValue.read(redis.commands().get(StopValue.KEY));
        } catch (RedisException e) {
            return unknown(e);
        }
    }

    private static StopState unknown(RedisException e) {
        List<String> reasons = new java.util.ArrayList<>();
        for (Throwable cause = e; cause != null && reasons.size() < 2; cause = cause.getCause()) {
            reasons.add(String.valueOf(cause.getMessage()));
        }
        return new StopState.Unknown("Redis: " + String.join(": ", reasons));
    }
}
