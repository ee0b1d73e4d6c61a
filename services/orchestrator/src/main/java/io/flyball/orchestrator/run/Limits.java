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
        Duration planTime) {

    /** The documented defaults. */
    public static final Limits DEFAULT =
            new Limits(10, 10, 20, 3, Duration.ofSeconds(300), 50_000, 500_000, 3, 2, 3, Duration.ofSeconds(120));

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
    }

    private static void require(boolean holds, String limit) {
        if (!holds) {
            throw new IllegalArgumentException("limit " + limit + " must be positive");
        }
    }
}
