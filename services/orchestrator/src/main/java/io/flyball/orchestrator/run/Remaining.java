package io.flyball.orchestrator.run;

import java.time.Duration;

/** What is left of a run's limits; never below zero. */
public record Remaining(int steps, int llmCalls, int actions, long tokens, long costMicros, Duration activeTime) {

    static Remaining of(Limits limits, Tally used) {
        Duration time = limits.activeTime().minus(used.active());
        return new Remaining(
                Math.max(0, limits.steps() - used.steps()),
                Math.max(0, limits.llmCalls() - used.llmCalls()),
                Math.max(0, limits.actions() - used.actions()),
                Math.max(0, limits.tokens() - used.tokens().total()),
                Math.max(0, limits.costMicros() - used.costMicros()),
                time.isNegative() ? Duration.ZERO : time);
    }
}
