package io.flyball.platform.stop;

import io.flyball.platform.redis.Redis;
import io.lettuce.core.RedisException;
import java.util.List;

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
