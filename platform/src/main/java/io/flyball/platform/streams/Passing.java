package io.flyball.platform.streams;

import io.flyball.platform.wire.RegistryUnavailable;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;

/** Failures that have nothing to do with the record at hand: it is tried again when they have passed. */
final class Passing {
    private Passing() {}

    static boolean is(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof RegistryUnavailable
                        || cause instanceof KafkaException && !(cause instanceof SerializationException));
    }
}
