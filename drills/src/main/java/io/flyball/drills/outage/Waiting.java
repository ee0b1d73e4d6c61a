package io.flyball.drills.outage;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what others bring about. */
final class Waiting {
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private Waiting() {}

    /** Whether it came about within that time. */
    static boolean until(Duration patience, BooleanSupplier met) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!met.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(LOOK_EVERY);
        }
        return true;
    }
}
