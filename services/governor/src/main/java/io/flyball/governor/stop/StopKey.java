package io.flyball.governor.stop;

import io.flyball.platform.redis.LuaScript;
import io.flyball.platform.redis.Redis;
import io.flyball.platform.stop.StopValue;
import io.lettuce.core.RedisException;
import io.lettuce.core.SetArgs;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The key of the emergency stop or of a kill switch in Redis, and two marks beside it that keep replicas from saying things twice. */
final class StopKey {
    private static final LuaScript REPLACE = LuaScript.load("/stop/replace.lua");
    private static final LuaScript REMOVE = LuaScript.load("/stop/remove.lua");
    private static final Duration ORDER_MARK = Duration.ofSeconds(5);
    private static final Duration TOLD_MARK = Duration.ofDays(7);

    private final Redis redis;
    private final Clock clock;
    private final OrderTarget target;
    private final KeyWords words;

    StopKey(Redis redis, Clock clock, OrderTarget target) {
        this.redis = redis;
        this.clock = clock;
        this.target = target;
        this.words = KeyWords.of(target);
    }

    KeyReading read() {
        try {
            return words.read(redis.commands().get(target.key()), clock.instant());
        } catch (RedisException _) {
            return new KeyReading.NotReadable();
        }
    }

    /** Makes the key unless it is there: whoever stops at this moment must win. */
    void make(StopOrder order) {
        make(words.of(order));
    }

    void make(String value) {
        redis.commands().set(target.key(), value, SetArgs.Builder.nx());
        redis.commands().publish(StopValue.CHANNEL, "changed");
    }

    /** Puts another value in its place unless somebody has changed it. */
    void replace(String value, StopOrder by) {
        REPLACE.run(redis.commands(), List.of(target.key()), value, words.of(by));
        redis.commands().publish(StopValue.CHANNEL, "changed");
    }

    /** Removes it unless somebody has changed it. */
    void remove(String value) {
        REMOVE.run(redis.commands(), List.of(target.key()), value);
        redis.commands().publish(StopValue.CHANNEL, "changed");
    }

    /** Whether this replica is the one that writes the order down: replicas read the same words, the next order has others. */
    boolean mayWrite(StopOrder order) {
        String words = order.by() + "\n" + order.reason();
        return mark(
                target.marks() + ":writing:" + (order.stops() ? "stop:" : "release:")
                        + Integer.toHexString(words.hashCode()),
                ORDER_MARK);
    }

    /** Whether people were told of that order. */
    boolean wasTold(StopOrder order) {
        return redis.commands().exists(told(order)) > 0;
    }

    void markTold(StopOrder order) {
        mark(told(order), TOLD_MARK);
    }

    private boolean mark(String key, Duration keep) {
        return "OK".equals(redis.commands().set(key, "1", SetArgs.Builder.nx().px(keep.toMillis())));
    }

    private String told(StopOrder order) {
        return target.marks() + ":told:" + order.id();
    }
}
