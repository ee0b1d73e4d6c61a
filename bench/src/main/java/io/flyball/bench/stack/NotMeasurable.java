package io.flyball.bench.stack;

import org.jspecify.annotations.Nullable;

/** There is nothing to measure; the message says why and what to do. */
public final class NotMeasurable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotMeasurable(String message) {
        super(message);
    }

    public NotMeasurable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
