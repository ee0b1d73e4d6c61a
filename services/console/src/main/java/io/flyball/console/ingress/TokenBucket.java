package io.flyball.console.ingress;

import java.time.Duration;

/**
 * What is left of a source's allowance.
 *
 * @param tokens requests that may come at once
 * @param atNanos when that was so, on a clock that only goes forward
 */
record TokenBucket(double tokens, long atNanos) {

    /** What one request does to the bucket. */
    sealed interface Taking {
        /** It may go on. */
        record Taken(TokenBucket left) implements Taking {}

        /** It must come again, after that long at least. */
        record Empty(Duration retryAfter) implements Taking {}
    }

    static TokenBucket full(IngressProperties.Rate rate, long nowNanos) {
        return new TokenBucket(rate.burst(), nowNanos);
    }

    Taking take(IngressProperties.Rate rate, long nowNanos) {
        double seconds = Math.max(0, nowNanos - atNanos) / 1e9;
        double available = Math.min(rate.burst(), tokens + seconds * rate.perSecond());
        return available >= 1
                ? new Taking.Taken(new TokenBucket(available - 1, nowNanos))
                : new Taking.Empty(Duration.ofNanos((long) Math.ceil((1 - available) / rate.perSecond() * 1e9)));
    }
}
