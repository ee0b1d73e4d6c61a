package io.flyball.orchestrator.run;

import java.time.Duration;

/**
 * How long a run waits for people, and how long it is watched after it resolved.
 *
 * @param answer for the answer to a question; then it escalates
 * @param handOver for a hand-back after an escalation; zero means that an escalation ends the run at once
 * @param watch how long after RESOLVED a return of the alert means that the run was not effective
 * @param coolDown how long after its end repeats of its alert join it
 */
public record Patience(Duration answer, Duration handOver, Duration watch, Duration coolDown) {
    private static final Duration USUAL_COOL_DOWN = Duration.ofMinutes(5);

    /** The documented defaults. */
    public static final Patience DEFAULT =
            new Patience(Duration.ofDays(3), Duration.ZERO, Duration.ofMinutes(30), USUAL_COOL_DOWN);

    /** Runs of older versions did not keep the cool-down. */
    @SuppressWarnings("ConstantValue")
    public Patience {
        coolDown = coolDown == null ? USUAL_COOL_DOWN : coolDown;
        if (!answer.isPositive() || handOver.isNegative() || watch.isNegative()) {
            throw new IllegalArgumentException("answer must be positive, hand-over and watch must not be negative");
        }
    }
}
