package io.flyball.planner.model;

import java.net.ConnectException;
import java.net.UnknownHostException;
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

    /** Whether it may have worked on the call nevertheless: nobody heard its answer, but it was reached and did not refuse. */
    boolean mayBeBilled() {
        for (Throwable cause = this; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
                return false;
            }
        }
        return !kind.matches("[0-9]+");
    }

    String kind() {
        return kind;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
