package io.flyball.planner.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The provider is busy or away; asking again later may help. */
public final class ProviderBusy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String kind;
    private final @Nullable Duration retryAfter;

    /**
     * With what happened.
     *
     * @param kind for spans: the status code or the exception's name
     * @param retryAfter how long the provider asks to wait; absent if it does not say
     */
    public ProviderBusy(String message, String kind, @Nullable Duration retryAfter, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    String kind() {
        return kind;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
