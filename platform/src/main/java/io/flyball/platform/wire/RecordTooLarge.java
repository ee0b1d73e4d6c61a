package io.flyball.platform.wire;

import java.util.stream.Stream;

/** A record that Kafka would not take. Found before it is sent: in a transaction, all of it would be lost with the record. */
public final class RecordTooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RecordTooLarge(String where, long bytes, long most, String largest) {
        super("a record for " + where + " would have " + bytes + " bytes, at most " + most + " are possible"
                + (largest.isEmpty() ? "" : "; the largest part is " + largest));
    }

    /** Whether a failure comes from one: it will be the same every time. */
    public static boolean isBehind(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(RecordTooLarge.class::isInstance);
    }
}
