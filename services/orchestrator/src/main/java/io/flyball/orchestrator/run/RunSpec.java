package io.flyball.orchestrator.run;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run was opened with; it never changes.
 *
 * @param traceparent the run's own span, so that timers and approvals, which have no incoming header, stay in its trace
 */
public record RunSpec(
        String id,
        String tenant,
        String principal,
        String agent,
        String environment,
        String goal,
        Map<String, String> inputs,
        boolean dryRun,
        @Nullable AlertFacts alert,
        Limits limits,
        String traceparent,
        Instant openedAt) {

    public RunSpec {
        inputs = Map.copyOf(inputs);
    }

    /** The run's trace, 32 hex digits; empty if it has none. */
    public String traceId() {
        String[] parts = traceparent.split("-", -1);
        return parts.length == 4 ? parts[1] : "";
    }
}
