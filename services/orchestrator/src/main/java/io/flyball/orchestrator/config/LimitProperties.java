package io.flyball.orchestrator.config;

import io.flyball.orchestrator.run.Limits;
import io.flyball.orchestrator.run.Patience;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of a run, for agents that do not set their own.
 *
 * @param steps turns of the loop
 * @param llmCalls model calls
 * @param actions actions in all
 * @param sameAction the same action among the last ten
 * @param activeTime time at work; waiting for people does not count
 * @param tokens tokens in all
 * @param costMicros millionths of a US dollar
 * @param changesPerService changes of one service
 * @param repairs repair attempts after a failed verification
 * @param planAttempts attempts to get a plan for one step
 * @param planTime how long one plan may take
 * @param toolRetries how often a read that failed for a passing reason is tried again
 * @param specialists specialists at work at once, for one coordinator
 * @param patience how long a run waits for people, and how long it is watched
 */
public record LimitProperties(
        @DefaultValue("10") int steps,
        @DefaultValue("10") int llmCalls,
        @DefaultValue("20") int actions,
        @DefaultValue("3") int sameAction,
        @DefaultValue("300s") Duration activeTime,
        @DefaultValue("50000") long tokens,
        @DefaultValue("500000") long costMicros,
        @DefaultValue("3") int changesPerService,
        @DefaultValue("2") int repairs,
        @DefaultValue("3") int planAttempts,
        @DefaultValue("120s") Duration planTime,
        @DefaultValue("3") int toolRetries,
        @DefaultValue("4") int specialists,
        @DefaultValue PatienceProperties patience) {

    public LimitProperties {
        new Limits(
                steps,
                llmCalls,
                actions,
                sameAction,
                activeTime,
                tokens,
                costMicros,
                changesPerService,
                repairs,
                planAttempts,
                planTime,
                toolRetries,
                specialists,
                patience.toPatience(Patience.DEFAULT.coolDown()));
    }

    /** The limits for the machine. The cool-down is admission's. */
    public Limits toLimits(Duration coolDown) {
        return new Limits(
                steps,
                llmCalls,
                actions,
                sameAction,
                activeTime,
                tokens,
                costMicros,
                changesPerService,
                repairs,
                planAttempts,
                planTime,
                toolRetries,
                specialists,
                patience.toPatience(coolDown));
    }
}
