package io.flyball.notifier.delivery;

import java.time.Duration;

/**
 * How long to wait between attempts: doubled after each, and between half of that and all of it by chance.
 *
 * @param first after the first attempt
 * @param longest never more than this
 */
public record Backoff(Duration first, Duration longest) {

    public Backoff {
        if (!first.isPositive() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("the first delay must be positive and the longest not shorter");
        }
    }

    /** The delay after that attempt. */
    Duration after(int attempt, double chance) {
        long doubled = first.toMillis() << Math.min(attempt - 1, 30);
        long whole = doubled <= 0 || doubled > longest.toMillis() ? longest.toMillis() : doubled;
        return Duration.ofMillis(whole / 2 + (long) (whole / 2 * chance));
    }
}
