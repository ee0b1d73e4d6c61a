package io.flyball.orchestrator.admission;

/**
 * The step of a run that was given to a specialist.
 *
 * @param runId the run that delegated it
 * @param delegation its name in that run's plan
 * @param attempt 1 for the first try
 */
record ParentStep(String runId, String delegation, int attempt) {}
