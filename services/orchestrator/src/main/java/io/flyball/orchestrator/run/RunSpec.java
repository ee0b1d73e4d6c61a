package io.flyball.orchestrator.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run was opened with; it never changes.
 *
 * @param parent the run that delegated it; null for a run of its own
 * @param causedByRun the run that caused it; null when none did
 * @param causalDepth how many runs caused one another before it
 * @param specialists agents that it may delegate to
 * @param phases its manifest at the start
 * @param background what changed recently around it
 * @param impossible why it cannot run at all; null if it can
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
        @Nullable Parent parent,
        @Nullable String causedByRun,
        int causalDepth,
        List<String> specialists,
        List<Phase> phases,
        List<String> background,
        @Nullable String impossible,
        Limits limits,
        String traceparent,
        Instant openedAt) {

    public RunSpec {
        inputs = Map.copyOf(inputs);
        specialists = List.copyOf(specialists);
        phases = List.copyOf(phases);
        background = List.copyOf(background);
    }

    /** The run's trace, 32 hex digits; empty if it has none. */
    public String traceId() {
        String[] parts = traceparent.split("-", -1);
        return parts.length == 4 ? parts[1] : "";
    }
}
