package io.flyball.platform.stop;

import io.flyball.platform.redis.LuaScript;
import io.flyball.platform.redis.Redis;
import io.lettuce.core.RedisException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
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
    public StopState check(Collection<KillSwitch> switches) {
        return ask(List.copyOf(switches)).first();
    }

    @Override
    public Map<KillSwitch, StopState> checkEach(Collection<KillSwitch> switches) {
        List<KillSwitch> asked = switches.stream().distinct().toList();
        return asked.isEmpty() ? Map.of() : ask(asked).each();
    }

    private Said ask(List<KillSwitch> switches) {
        List<String> keys = new ArrayList<>(List.of(PROBE, StopValue.KEY));
        switches.forEach(one -> keys.add(one.key()));
        try {
            List<String> said = ASK.run(redis.commands(), keys);
            String value = value(said, 0);
            StopState all = orders.sight().with(StopValue.read(value), StopValue.order(value));
            Map<KillSwitch, StopState> each = new LinkedHashMap<>();
            for (KillSwitch one : switches) {
                each.put(one, all.mayAct() ? state(one, value(said, 2 * (each.size() + 1))) : all);
            }
            return new Said(all, each);
        } catch (RedisException e) {
            StopState unknown = unknown(e);
            return new Said(unknown, switches.stream().collect(Collectors.toMap(one -> one, _ -> unknown)));
        }
    }

    /** An order that kills holds whatever the key says; without one the key alone can kill. */
    private StopState state(KillSwitch one, @Nullable String value) {
        return orders.killed(one)
                .<StopState>map(killed -> killed)
                .orElseGet(() -> StopValue.readKillSwitch(one.key(), value));
    }

    /** What the stop and each switch say. */
    private record Said(StopState all, Map<KillSwitch, StopState> each) {
        StopState first() {
            return each.values().stream()
                    .filter(state -> !state.mayAct())
                    .findFirst()
                    .orElse(all);
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
