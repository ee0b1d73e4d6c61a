package io.flyball.platform.stop;

import io.flyball.platform.redis.LuaScript;
import io.flyball.platform.redis.Redis;
import io.lettuce.core.RedisException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the keys from Redis at every call, and holds them against the orders on agent.control; no answer in time is no
 * permission, and no more is one of a Redis that takes no writes.
 */
public final class RedisStopGuard implements StopGuard {
    private static final LuaScript ASK = LuaScript.load("/stop/stop.lua");
    private static final String PROBE = "flyball:stop-probe";
    private static final String THERE = "1";

    private final Redis redis;
    private final StopOrders orders;

    public RedisStopGuard(Redis redis, StopOrders orders) {
        this.redis = redis;
        this.orders = orders;
    }

    @Override
    public StopState check(String agent) {
        return check(StopValue.killSwitch(agent), true);
    }

    @Override
    public Map<String, StopState> checkEach(Collection<String> agents) {
        List<String> names = List.copyOf(agents);
        StopState all = checkAll();
        return all.mayAct() ? killSwitches(names) : each(names, all);
    }

    private Map<String, StopState> killSwitches(List<String> names) {
        if (names.isEmpty()) {
            return Map.of();
        }
        String[] keys = names.stream().map(StopValue::killSwitch).toArray(String[]::new);
        try {
            var values = redis.commands().mget(keys);
            Map<String, StopState> states = new HashMap<>();
            for (int i = 0; i < keys.length; i++) {
                states.put(
                        names.get(i),
                        StopValue.readKillSwitch(keys[i], values.get(i).getValueOrElse(null)));
            }
            return states;
        } catch (RedisException e) {
            return each(names, unknown(e));
        }
    }

    private static Map<String, StopState> each(List<String> names, StopState state) {
        return names.stream().distinct().collect(Collectors.toMap(name -> name, _ -> state));
    }

    @Override
    public StopState checkAll() {
        return check(StopValue.KEY, false);
    }

    private StopState check(String killSwitch, boolean ofAgent) {
        try {
            List<String> said = ASK.run(redis.commands(), List.of(StopValue.KEY, killSwitch, PROBE));
            String value = value(said, 0);
            StopState all = orders.sight().with(StopValue.read(value), StopValue.order(value));
            return all.mayAct() && ofAgent ? StopValue.readKillSwitch(killSwitch, value(said, 2)) : all;
        } catch (RedisException e) {
            return unknown(e);
        }
    }

    private static @Nullable String value(List<String> said, int from) {
        return said.get(from).equals(THERE) ? said.get(from + 1) : null;
    }

    /** A stop on agent.control is known without Redis. */
    private StopState unknown(RedisException e) {
        List<String> reasons = new ArrayList<>();
        for (Throwable cause = e; cause != null && reasons.size() < 2; cause = cause.getCause()) {
            reasons.add(String.valueOf(cause.getMessage()));
        }
        StopState unknown = new StopState.Unknown("Redis: " + String.join(": ", reasons));
        return orders.sight() instanceof OrderSight.Newest newest && newest.stops()
                ? newest.with(new StopState.Clear(), "")
                : unknown;
    }
}
