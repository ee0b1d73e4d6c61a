package io.flyball.console.api;

import io.flyball.console.door.Refusal;
import io.flyball.console.door.TimeOrderedIds;
import io.flyball.console.outbox.Message;
import io.flyball.console.outbox.Outbox;
import io.flyball.console.readmodel.StopBoard;
import io.flyball.contract.ControlCommand;
import io.flyball.contract.ControlKind;
import io.flyball.platform.redis.Redis;
import io.flyball.platform.stop.StopValue;
import io.flyball.schemas.Topics;
import io.lettuce.core.RedisException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pulls and releases the emergency stop. Redis comes first, because from there on nothing starts; the topic comes after it,
 * so that a stop outlives a flushed Redis.
 */
@Component
final class StopSwitch {
    private static final Logger log = LoggerFactory.getLogger(StopSwitch.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final Redis redis;
    private final Outbox outbox;
    private final TimeOrderedIds ids;
    private final Clock clock;

    StopSwitch(Redis redis, Outbox outbox, TimeOrderedIds ids, Clock clock) {
        this.redis = redis;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Stops everything.
     *
     * @return whether the control topic has it too
     * @throws Refusal if Redis does not; the topic then has it if it can be reached
     */
    boolean stop(Order order) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        try {
            set(true, order, now);
        } catch (RedisException e) {
            boolean recorded = record(ControlKind.EMERGENCY_STOP, order, now);
            throw Refusal.unavailable("Redis gives no answer (" + e.getMessage()
                    + "), so the stop is not set there; nothing acts while Redis is away, and "
                    + (recorded
                            ? "the stop is on agent.control and holds once it is back."
                            : "Kafka is away as well."));
        }
        return record(ControlKind.EMERGENCY_STOP, order, now);
    }

    /**
     * Lets everything go on.
     *
     * @return whether the control topic has it too
     * @throws Refusal if Redis does not; then the topic does not either, as a stop must not end by half
     */
    boolean release(Order order) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        try {
            set(false, order, now);
        } catch (RedisException e) {
            throw Refusal.unavailable("Redis gives no answer (" + e.getMessage() + "), so nothing is released.");
        }
        return record(ControlKind.EMERGENCY_RELEASE, order, now);
    }

    private void set(boolean active, Order order, Instant now) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("active", active);
        value.put("reason", reason(order));
        value.put(active ? "activated_by" : "released_by", order.by());
        value.put(active ? "activated_at" : "released_at", now.toString());
        String json = JSON.writeValueAsString(value);
        redis.commands().set(StopValue.KEY, json);
        try {
            redis.commands().publish(StopValue.CHANNEL, json);
        } catch (RedisException e) {
            log.warn(
                    "the change is set but not announced; watches see it within a quarter of a second: {}",
                    e.toString());
        }
    }

    private boolean record(ControlKind kind, Order order, Instant now) {
        ControlCommand command = ControlCommand.newBuilder()
                .setId(ids.next())
                .setTarget(StopBoard.TARGET)
                .setKind(kind)
                .setTenant("default")
                .setReason(reason(order))
                .setBy(order.by())
                .setChannel(order.channel())
                .setAt(now)
                .build();
        try {
            outbox.send(new Message(Topics.CONTROL, StopBoard.TARGET, command));
            return true;
        } catch (RuntimeException e) {
            log.warn("{} by {} is not on {}: {}", kind, order.by(), Topics.CONTROL, e.toString());
            return false;
        }
    }

    private static String reason(Order order) {
        return order.reason().orElse("no reason given");
    }
}
