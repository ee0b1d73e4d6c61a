package io.flyball.orchestrator.admission;

import java.util.List;

/**
 * The step of a run that was given to a specialist.
 *
 * @param runId the run that delegated it
 * @param delegation its name in that run's plan
 * @param attempt 1 for the first try
 * @param taint outside text with instructions in it that had entered that run
 */
record ParentStep(String runId, String delegation, int attempt, List<String> taint) {

    /** What was kept before this was known says nothing of taint. */
    @SuppressWarnings("ConstantValue")
    ParentStep {
        taint = taint == null ? List.of() : List.copyOf(taint);
    }
}
