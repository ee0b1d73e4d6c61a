package io.flyball.console.api;

import io.flyball.console.door.Refusal;
import io.flyball.console.door.TimeOrderedIds;
import io.flyball.console.outbox.Message;
import io.flyball.console.outbox.Outbox;
import io.flyball.contract.ControlCommand;
import io.flyball.contract.ControlKind;
import io.flyball.platform.redis.Redis;
import io.flyball.platform.stop.KillSwitch;
import io.flyball.platform.stop.StopOrders;
import io.flyball.platform.stop.StopState;
import io.flyball.platform.stop.StopValue;
import io.flyball.schemas.Topics;
import io.lettuce.core.RedisException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Kills and revives. A kill goes to Redis first, because from there on nothing starts; a revive goes to the topic first, because
 * nobody is revived by a key alone.
 */
@Component
final class KillSwitches {
    private static final Logger log = LoggerFactory.getLogger(KillSwitches.class);
    /** The answer shall tell the state after the order. */
    private static final Duration SEEN = Duration.ofSeconds(3);

    private static final JsonMapper JSON = new JsonMapper();

    private final Redis redis;
    private final StopOrders orders;
    private final Outbox outbox;
    private final TimeOrderedIds ids;
    private final Clock clock;

    KillSwitches(Redis redis, StopOrders orders, Outbox outbox, TimeOrderedIds ids, Clock clock) {
        this.redis = redis;
        this.orders = orders;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Kills it.
     *
     * @return whether the control topic has it too
     * @throws Refusal if Redis does not; the topic then has it if it can be reached
     */
    boolean kill(KillSwitch target, Order order) {
        ControlCommand kill = command(
                ControlKind.KILL, target, order.reason().orElse("no reason given"), order.by(), order.channel());
        try {
            redis.commands().set(target.key(), value(kill));
        } catch (RedisException e) {
            boolean recorded = record(kill);
            throw Refusal.unavailable("Redis did not take it (" + e.getMessage() + "), so it is not set there; "
                    + (recorded
                            ? "the " + target
                                    + " is killed on agent.control, and that holds whatever Redis says when it is back."
                            : "Kafka is away as well."));
        }
        announce();
        boolean recorded = record(kill);
        if (recorded) {
            await(kill);
        }
        return recorded;
    }

    /**
     * Revives it.
     *
     * @return whether it was killed; if not, nothing is written down
     * @throws Refusal if Redis or the topic does not take it; then it stays killed
     */
    boolean revive(KillSwitch target, Order order) {
        String seen = named(target);
        if (seen == null && orders.killed(target).isEmpty()) {
            return false;
        }
        ControlCommand revive =
                command(ControlKind.REVIVE, target, order.reason().orElseThrow(), order.by(), order.channel());
        if (!record(revive)) {
            throw Refusal.unavailable("Kafka did not take the order, so the " + target + " stays killed.");
        }
        await(revive);
        forget(target, seen);
        return true;
    }

    /** Ends a drill: likewise a revive, with the figures, so that they stand where the orders do. */
    void end(KillSwitch target, Order order, String figures) {
        order(target, ControlKind.REVIVE, order, figures);
        forget(target, redis.commands().get(target.key()));
    }

    /** Begins a drill: a revive, although nothing is killed. */
    void begin(KillSwitch target, Order order) {
        order(target, ControlKind.REVIVE, order, null);
    }

    private void order(KillSwitch target, ControlKind kind, Order order, @Nullable String text) {
        ControlCommand command = ControlCommand.newBuilder(
                        command(kind, target, order.reason().orElseThrow(), order.by(), order.channel()))
                .setText(text)
                .build();
        if (!record(command)) {
            throw Refusal.unavailable("Kafka did not take the order, so there is no drill.");
        }
        await(command);
    }

    /** The value of a key that kills; one that no order explains is written down first, so that the revive is about something. */
    private @Nullable String named(KillSwitch target) {
        try {
            String value = redis.commands().get(target.key());
            StopState state = StopValue.readKillSwitch(target.key(), value);
            if (value == null || !(state instanceof StopState.Stopped on)) {
                return null;
            }
            if (orders.killed(target).isPresent() || orders.heard(StopValue.order(value))) {
                return value;
            }
            ControlCommand kill = command(ControlKind.KILL, target, on.reason(), on.by(), "redis");
            redis.commands().set(target.key(), value(kill));
            if (!record(kill)) {
                throw Refusal.unavailable("Kafka did not take the order, so the " + target + " stays killed.");
            }
            return value(kill);
        } catch (RedisException e) {
            throw Refusal.unavailable("Redis does not answer (" + e.getMessage() + "), so nothing is revived.");
        }
    }

    /** The governor removes it likewise, as it names an order that is revived. */
    private void forget(KillSwitch target, @Nullable String seen) {
        try {
            if (seen != null && seen.equals(redis.commands().get(target.key()))) {
                redis.commands().del(target.key());
            }
        } catch (RedisException e) {
            log.warn("the key of the {} is left to the governor: {}", target, e.toString());
        }
        announce();
    }

    private void announce() {
        try {
            redis.commands().publish(StopValue.CHANNEL, "changed");
        } catch (RedisException e) {
            log.warn("a kill switch is not announced; watches see it within a second: {}", e.toString());
        }
    }

    private void await(ControlCommand command) {
        if (!orders.await(command.getId(), SEEN)) {
            log.warn("{} of {} is written and not read yet", command.getKind(), command.getTarget());
        }
    }

    private static String value(ControlCommand kill) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("reason", kill.getReason());
        value.put("by", kill.getBy());
        value.put("at", kill.getAt().toString());
        value.put(StopValue.ORDER, kill.getId());
        return JSON.writeValueAsString(value);
    }

    private ControlCommand command(ControlKind kind, KillSwitch target, String reason, String by, String channel) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return ControlCommand.newBuilder()
                .setId(ids.next())
                .setTarget(target.key())
                .setKind(kind)
                .setTenant(target.kind() == KillSwitch.Kind.TENANT ? target.name() : "default")
                .setReason(reason)
                .setBy(by)
                .setChannel(channel)
                .setAt(now)
                .build();
    }

    private boolean record(ControlCommand command) {
        try {
            outbox.send(new Message(Topics.CONTROL, command.getTarget(), command));
            return true;
        } catch (RuntimeException e) {
            log.warn("{} of {} is not on {}: {}", command.getKind(), command.getTarget(), Topics.CONTROL, e.toString());
            return false;
        }
    }
}
