package io.flyball.drills;

import java.time.Duration;

/**
 * One drill.
 *
 * @param faults how many faults are injected
 * @param frozen how long the broker is frozen
 * @param inFlight how many runs are open at once at most
 */
record TrialSettings(Drill drill, int runs, long seed, int faults, Duration frozen, int inFlight) {
    static final int USUAL_IN_FLIGHT = 12;

    TrialSettings {
        if (runs < 1 || faults < 0 || inFlight < 2 || !frozen.isPositive()) {
            throw new IllegalArgumentException(
                    "at least 1 run, 2 in flight, 1 second of freeze, and no negative number of faults");
        }
    }
}
