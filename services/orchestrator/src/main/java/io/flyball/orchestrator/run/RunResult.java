package io.flyball.orchestrator.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended.
 *
 * @param reason why; names the limit that was reached, if one was
 * @param handOver what a person needs; null unless the run is handed over
 */
public record RunResult(
        Outcome outcome,
        String reason,
        String summary,
        @Nullable String rootCause,
        @Nullable HandOver handOver,
        Instant at) {}
