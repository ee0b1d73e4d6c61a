package io.flyball.platform.streams;

import java.time.Duration;

/**
 * How long a stream thread waits for records. Between two waits it looks at clock and stop; in a quiet time it does so less often,
 * and what cannot wait rings.
 */
final class Patience {
    /** What follows from a record mostly comes within this time, and with it what must be looked at. */
    static final Duration RESTLESS = Duration.ofSeconds(5);

    private static final Duration IN_QUIET = Duration.ofMillis(500);

    private final long restlessNanos;
    private long quietSince;

    Patience(Duration restless, long nowNanos) {
        restlessNanos = restless.toNanos();
        quietSince = nowNanos;
    }

    /** Something came, or the thread has other things to do than to wait. */
    void restless(long nowNanos) {
        quietSince = nowNanos;
    }

    /** How long to wait now: as usual, but for a quiet time. */
    Duration at(long nowNanos, Duration usual) {
        boolean quiet = nowNanos - quietSince >= restlessNanos;
        return quiet && usual.isPositive() && usual.compareTo(IN_QUIET) < 0 ? IN_QUIET : usual;
    }
}
