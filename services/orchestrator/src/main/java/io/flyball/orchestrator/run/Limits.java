package io.flyball.orchestrator.run;

import java.time.Duration;

/**
 * What a run may use.
 *
 * @param steps turns of the loop
 * @param llmCalls model calls
 * @param actions actions in all
 * @param sameAction the same action among the last ten
 * @param activeTime time at work; waiting for people does not count
 * @param tokens tokens in all
 * @param costMicros millionths of a US dollar
 * @param changesPerService changes of one service, for example deployments
 * @param repairs repair attempts after a failed verification
 * @param planAttempts attempts to get a plan for one step
 * @param planTime how long one plan may take
 * @param toolRetries how often a read that failed for a passing reason is tried again
 * @param specialists specialists at work at once
 * @param patience how long the run waits for people, and how long it is watched
 */
public record Limits(
        int steps,
        int llmCalls,
        int actions,
        int sameAction,
        Duration activeTime,
        long tokens,
        long costMicros,
        int changesPerService,
        int repairs,
        int planAttempts,
        Duration planTime,
        int toolRetries,
        int specialists,
        Patience patience) {

    /** The documented defaults. */
    public static final Limits DEFAULT = new Limits(
            10,
            10,
            20,
            3,
            Duration.ofSeconds(300),
            50_000,
            500_000,
            3,
            2,
            3,
            Duration.ofSeconds(120),
            3,
            4,
            Patience.DEFAULT);

    public Limits {
        require(steps > 0, "steps");
        require(llmCalls > 0, "llmCalls");
        require(actions > 0, "actions");
        require(sameAction > 0, "sameAction");
        require(activeTime.isPositive(), "activeTime");
        require(tokens > 0, "tokens");
        require(costMicros > 0, "costMicros");
        require(changesPerService > 0, "changesPerService");
        require(repairs >= 0, "repairs");
        require(planAttempts > 0, "planAttempts");
        require(planTime.isPositive(), "planTime");
        require(toolRetries >= 0, "toolRetries");
        require(specialists > 0, "specialists");
    }

    private static void require(boolean holds, String limit) {
        if (!holds) {
            throw new IllegalArgumentException("limit " + limit + " must be positive");
        }
    }

    /** These limits with what is left of a parent's where that is less. */
    public Limits within(Remaining left) {
        return new Limits(
                Math.max(1, Math.min(steps, left.steps())),
                Math.max(1, Math.min(llmCalls, left.llmCalls())),
                Math.max(1, Math.min(actions, left.actions())),
                sameAction,
                shorter(activeTime, left.activeTime()),
                Math.max(1, Math.min(tokens, left.tokens())),
                Math.max(1, Math.min(costMicros, left.costMicros())),
                changesPerService,
                repairs,
                planAttempts,
                planTime,
                toolRetries,
                specialists,
                patience);
    }

    private static Duration shorter(Duration a, Duration b) {
        Duration shorter = a.compareTo(b) <= 0 ? a : b;
        return shorter.isPositive() ? shorter : Duration.ofMillis(1);
    }
}
