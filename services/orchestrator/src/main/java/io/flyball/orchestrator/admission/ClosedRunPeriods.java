package io.flyball.orchestrator.admission;

import java.time.Duration;

/**
 * For how long a run that has ended still hears of its alerts.
 *
 * @param coolDown repeats join its record instead of opening another run
 * @param watch the return of its alert is told to it, beside the run that opens
 */
public record ClosedRunPeriods(Duration coolDown, Duration watch) {

    /** After that nothing reaches it any more. */
    Duration longest() {
        return coolDown.compareTo(watch) > 0 ? coolDown : watch;
    }
}
