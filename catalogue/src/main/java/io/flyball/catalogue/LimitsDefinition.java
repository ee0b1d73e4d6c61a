package io.flyball.catalogue;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Limits of an agent's runs; whatever is absent has the orchestrator's default.
 *
 * @param steps turns of the loop
 * @param llmCalls model calls
 * @param actions actions in all
 * @param sameAction the same action among the last ten
 * @param activeTime time at work; waiting for people does not count
 * @param tokens tokens in all
 * @param costMicros millionths of a US dollar
 */
public record LimitsDefinition(
        @Nullable Integer steps,
        @Nullable Integer llmCalls,
        @Nullable Integer actions,
        @Nullable Integer sameAction,
        @Nullable Duration activeTime,
        @Nullable Long tokens,
        @Nullable Long costMicros) {

    public static final LimitsDefinition NONE = new LimitsDefinition(null, null, null, null, null, null, null);
}
