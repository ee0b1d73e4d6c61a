package io.flyball.governor.config;

import java.time.Duration;

/** Refuses durations that make no sense, naming the property. */
final class Positive {
    private Positive() {}

    static void require(Duration duration, String property) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException(property + " must be positive, not " + duration);
        }
    }
}
