package io.flyball.console.api;

import io.flyball.console.door.Refusal;
import io.flyball.console.door.TimeOrderedIds;
import io.flyball.console.outbox.Message;
import io.flyball.console.outbox.Outbox;
import io.flyball.console.readmodel.StopBoard;
import io.flyball.contract.ControlCommand;
import io.flyball.contract.ControlKind;
import io.flyball.platform.redis.Redis;
import io.flyball.platform.stop.StopOrders;
import io.flyball.platform.stop.StopValue;
import io.flyball.schemas.Topics;
import io.lettuce.core.RedisException;
import java.time.Clock;
import java.time.Duration;
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
    /** The answer shall tell the state after the order, and who has answered it. */
    private static final Duration SEEN = Duration.ofSeconds(3);

    private static final JsonMapper JSON = new JsonMapper();

    private final Redis redis;
    private final StopOrders orders;
    private final Outbox outbox;
    private final TimeOrderedIds ids;
    private final Clock clock;

    StopSwitch(Redis redis, StopOrders orders, Outbox outbox, TimeOrderedIds ids, Clock clock) {
        this.redis = redis;
        this.orders = orders;
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
        String id = ids.next();
        try {
            set(true, id, order, now);
        } catch (RedisException e) {
            boolean recorded = record(ControlKind.EMERGENCY_STOP, id, order, now);
            throw Refusal.unavailable("Redis did not take it (" + e.getMessage()
                    + "), so the stop is not set there; nothing acts while Redis takes no writes, and "
                    + (recorded
                            ? "the stop is on agent.control and holds, whatever Redis says when it is back."
                            : "Kafka is away as well."));
        }
        boolean recorded = record(ControlKind.EMERGENCY_STOP, id, order, now);
        if (recorded && !orders.await(id, SEEN)) {
            log.warn("the stop {} is written and not read yet", id);
        }
        return recorded;
    }

    /**
     * Lets everything go on. The key is prepared first and counts for nothing until the order that it names is on the topic, so
     * a release that fails half way is none.
     *
     * @return true: nothing is released that the control topic does not have
     * @throws Refusal if Redis or the topic does not take it; then nothing is released
     */
    boolean release(Order order) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String id = ids.next();
        try {
            set(false, id, order, now);
        } catch (RedisException e) {
            throw Refusal.unavailable("Redis did not take it (" + e.getMessage() + "), so nothing is released.");
        }
        if (!record(ControlKind.EMERGENCY_RELEASE, id, order, now)) {
            throw Refusal.unavailable("Kafka did not take the order, so nothing is released.");
        }
        if (!orders.await(id, SEEN)) {
            log.warn("the release {} is written and not read yet", id);
        }
        return true;
    }

    private void set(boolean active, String id, Order order, Instant now) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("active", active);
        value.put("reason", reason(order));
        value.put(active ? "activated_by" : "released_by", order.by());
        value.put(active ? "activated_at" : "released_at", now.toString());
        value.put(StopValue.ORDER, id);
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

    private boolean record(ControlKind kind, String id, Order order, Instant now) {
        ControlCommand command = ControlCommand.newBuilder()
                .setId(id)
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
