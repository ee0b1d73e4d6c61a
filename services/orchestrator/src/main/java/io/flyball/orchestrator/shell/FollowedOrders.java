package io.flyball.orchestrator.shell;

import io.flyball.contract.ControlCommand;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Record;

/** Orders to runs that have been followed, or that nobody can follow: of no use any more, so that compaction may drop them. */
final class FollowedOrders {
    private FollowedOrders() {}

    /** The order's key without a value; empty for what is no order to a run. */
    static Optional<Record<String, SpecificRecord>> tombstone(Record<String, SpecificRecord> message) {
        return message.value() instanceof ControlCommand order && isToARun(order)
                ? Optional.of(new Record<>(message.key(), (SpecificRecord) null, message.timestamp()))
                : Optional.empty();
    }

    /** Stops stand until they are released, so that their orders must stay. */
    private static boolean isToARun(ControlCommand order) {
        return switch (order.getKind()) {
            case PAUSE, RESUME, CANCEL, TAKE_OVER, HAND_BACK, ANSWER -> true;
            case EMERGENCY_STOP, EMERGENCY_RELEASE, KILL, REVIVE -> false;
        };
    }
}
