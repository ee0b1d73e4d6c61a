package io.flyball.orchestrator.run;

import org.jspecify.annotations.Nullable;

/** What the run's history tells; each becomes one record on agent.run-events. */
public sealed interface RunFact {
    record RunOpened(RunSpec spec) implements RunFact {}

    record AlertJoined(String alertId, String fingerprint, boolean resolved) implements RunFact {}

    record PlanRequested(String requestId, int attempt) implements RunFact {}

    record PlanDecided(Plan plan) implements RunFact {}

    record ActionProposed(Action action) implements RunFact {}

    record VerdictGiven(GovernorAnswer answer) implements RunFact {}

    record ToolCalled(String actionId) implements RunFact {}

    record ToolStarted(String actionId, String executor) implements RunFact {}

    record ToolFinished(String actionId, ToolReport report) implements RunFact {}

    record VerificationOwed(String target, String actionId) implements RunFact {}

    record Verified(String target, String actionId) implements RunFact {}

    record VerificationFailed(String target, String actionId, int attempt) implements RunFact {}

    record DecisionRefused(String decisionId, String reason) implements RunFact {}

    record RunHeld(String reason) implements RunFact {}

    record RunReleased(String reason) implements RunFact {}

    record RunEnded(
            Outcome outcome,
            String reason,
            String summary,
            @Nullable String rootCause) implements RunFact {}
}
