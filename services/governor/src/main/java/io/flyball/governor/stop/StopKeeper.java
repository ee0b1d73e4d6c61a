package io.flyball.governor.stop;

import io.flyball.contract.ControlCommand;
import io.flyball.governor.stop.KeeperCommand.RemoveKey;
import io.flyball.governor.stop.KeeperCommand.ReplaceKey;
import io.flyball.governor.stop.KeeperCommand.RestoreStop;
import io.flyball.governor.stop.KeeperCommand.SeedKey;
import io.flyball.governor.stop.KeeperCommand.TellEverybody;
import io.flyball.governor.stop.KeeperCommand.WriteOrder;
import io.flyball.governor.stop.KeeperEvent.KeyLookedAt;
import io.flyball.governor.stop.KeeperEvent.OrderSeen;
import io.flyball.platform.publish.Publisher;
import io.flyball.schemas.Topics;
import io.lettuce.core.RedisException;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import org.apache.avro.specific.SpecificRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The shell around the keeper's decisions: looks at the key, hears of orders, and does what is decided. */
public final class StopKeeper {
    private static final Logger log = LoggerFactory.getLogger(StopKeeper.class);
    private static final String SERVICE = "governor";

    private final Keeping machine;
    private final StopKey key;
    private final OrderMapper mapper;
    private final OrderId ids;
    private final Publisher publisher;
    private final Clock clock;
    private KeeperState state = KeeperState.initial();

    StopKeeper(Keeping machine, StopKey key, OrderMapper mapper, OrderId ids, Publisher publisher, Clock clock) {
        this.machine = machine;
        this.key = key;
        this.mapper = mapper;
        this.ids = ids;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Hears of an order on agent.control. */
    synchronized void hear(ControlCommand command, boolean live) {
        mapper.order(command).ifPresent(order -> apply(new OrderSeen(order, live)));
    }

    /**
     * Looks at the key.
     *
     * @param ordersAreKnown whether agent.control has been read to its end; before that nobody knows what a missing key means
     */
    synchronized void look(BooleanSupplier ordersAreKnown) {
        if (ordersAreKnown.getAsBoolean()) {
            apply(new KeyLookedAt(key.read(), clock.instant()));
        }
    }

    private void apply(KeeperEvent event) {
        KeeperDecision decision = machine.decide(state, event);
        decision.commands().forEach(command -> log.info("{}: {}", decision.why(), command));
        // What was seen stays seen, even if a Redis that takes no writes refuses the rest; the next look decides again.
        state = decision.next();
        decision.commands().forEach(this::perform);
    }

    private void perform(KeeperCommand command) {
        switch (command) {
            case SeedKey seed -> seed.release().ifPresentOrElse(key::make, () -> key.make(KeyValue.RELEASED));
            case RestoreStop restore -> key.make(restore.stop());
            case ReplaceKey replace -> key.replace(replace.value(), replace.by());
            case RemoveKey remove -> key.remove(remove.value());
            case WriteOrder write -> writeDown(write.order());
            case TellEverybody tell -> tell(tell.order());
        }
    }

    private void writeDown(StopOrder order) {
        if (key.mayWrite(order)) {
            send(
                    Topics.CONTROL,
                    mapper.target(),
                    mapper.command(order.id().isEmpty() ? ids.next() : order.id(), order));
        }
    }

    /** The mark is set afterwards: told twice is better than not at all, and receivers drop what they know. */
    private void tell(StopOrder order) {
        if (!wasTold(order)) {
            if (!order.isDrill()) {
                send(Topics.NOTIFICATIONS, mapper.target(), mapper.notification(order, clock.instant()));
            }
            send(Topics.AUDIT_FACTS, SERVICE, mapper.audit(order));
            markTold(order);
        }
    }

    private boolean wasTold(StopOrder order) {
        try {
            return key.wasTold(order);
        } catch (RedisException e) {
            log.warn("cannot see whether people were told of {}, so they are told: {}", order, e.toString());
            return false;
        }
    }

    private void markTold(StopOrder order) {
        try {
            key.markTold(order);
        } catch (RedisException e) {
            log.warn("cannot mark that people were told of {}: {}", order, e.toString());
        }
    }

    private void send(String topic, String recordKey, SpecificRecord record) {
        publisher.send(topic, recordKey, record).whenComplete((_, failure) -> {
            if (failure != null) {
                log.error("could not write to {}: {}", topic, record, failure);
            }
        });
    }
}
