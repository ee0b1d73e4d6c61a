package io.flyball.bench.load;

import java.time.Duration;

/**
 * How long is measured.
 *
 * @param ramp at the beginning, not measured
 * @param measured the time after it
 * @param drain how long the last runs may take to end
 */
public record Window(Duration ramp, Duration measured, Duration drain) {

    /** A window with the usual time for the last runs. */
    public static Window of(Duration ramp, Duration measured) {
        return new Window(ramp, measured, Duration.ofSeconds(30));
    }

    long begin() {
        return ramp.toNanos();
    }

    long end() {
        return ramp.plus(measured).toNanos();
    }

    boolean holds(long nanos) {
        return nanos >= begin() && nanos < end();
    }
}
