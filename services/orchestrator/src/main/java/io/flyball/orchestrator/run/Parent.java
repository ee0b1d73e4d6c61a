package io.flyball.orchestrator.run;

/**
 * The run that waits for this one.
 *
 * @param delegation the delegated step's name in the parent's plan
 * @param attempt 1 for the first try of that step
 */
public record Parent(String runId, String delegation, int attempt) {}
