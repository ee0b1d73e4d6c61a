package io.flyball.platform.streams;

import io.flyball.platform.wire.RegistryUnavailable;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;

/** Failures that have nothing to do with the record at hand: it is tried again when they have passed. */
final class Passing {
    private Passing() {}

    /** Whether what a thread died of passes without anybody doing anything here: a broker or topics that are not there (yet). */
    static boolean byItself(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof RetriableException
                        || cause instanceof MissingSourceTopicException
                        || cause instanceof RegistryUnavailable);
    }

    static boolean is(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof RegistryUnavailable
                        || cause instanceof KafkaException && !(cause instanceof SerializationException));
    }
}
