package io.flyball.orchestrator.admission;

import io.flyball.orchestrator.run.AlertFacts;
import io.flyball.orchestrator.run.Remaining;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run is wanted for: all that it will be opened with.
 *
 * @param alert the alert that asks for it; absent when a person, a schedule or a run does
 * @param alertId of that alert
 * @param parent the step it is to do for another run; absent for a run of its own
 * @param limits what is left of the parent's limits; absent likewise
 * @param causedByRun the run that caused it; absent when none did
 * @param causalDepth how many runs caused one another before it
 * @param note what the run is told about where it takes place; absent when nothing is to be said
 */
record RunRequest(
        String runId,
        String tenant,
        String agent,
        String principal,
        String environment,
        String goal,
        Map<String, String> inputs,
        boolean dryRun,
        @Nullable AlertFacts alert,
        @Nullable String alertId,
        @Nullable ParentStep parent,
        @Nullable Remaining limits,
        @Nullable String causedByRun,
        int causalDepth,
        @Nullable String note) {

    RunRequest {
        inputs = Map.copyOf(inputs);
    }

    /** The service it concerns, as far as the alert or the input of that name tells. */
    @Nullable
    String service() {
        return alert == null ? inputs.get("service") : alert.service();
    }

    RunRequest atDepth(int depth) {
        return new RunRequest(
                runId,
                tenant,
                agent,
                principal,
                environment,
                goal,
                inputs,
                dryRun,
                alert,
                alertId,
                parent,
                limits,
                causedByRun,
                depth,
                note);
    }

    RunRequest in(String governing, @Nullable String told) {
        return new RunRequest(
                runId,
                tenant,
                agent,
                principal,
                governing,
                goal,
                inputs,
                dryRun,
                alert,
                alertId,
                parent,
                limits,
                causedByRun,
                causalDepth,
                told);
    }
}
