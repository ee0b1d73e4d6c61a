package io.flyball.orchestrator.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the run's history tells; each becomes one record on agent.run-events. */
public sealed interface RunFact {
    record RunOpened(RunSpec spec) implements RunFact {}

    record AlertJoined(String alertId, String fingerprint, boolean resolved, int leftOut) implements RunFact {
        static AlertJoined of(RunEvent.AlertJoined event) {
            return new AlertJoined(event.alertId(), event.fingerprint(), event.resolved(), event.leftOut());
        }
    }

    record PlanRequested(String requestId, int attempt) implements RunFact {}

    record PlanDecided(Plan plan) implements RunFact {}

    record ActionProposed(Action action) implements RunFact {}

    record VerdictGiven(Verdict answer) implements RunFact {}

    record ToolCalled(String actionId, int dispatch) implements RunFact {}

    record ToolStarted(String actionId, String executor) implements RunFact {}

    record ToolFinished(String actionId, ToolResult report) implements RunFact {}

    record VerificationOwed(String target, String actionId) implements RunFact {}

    record Verified(String target, String actionId) implements RunFact {}

    record VerificationFailed(
            String target,
            String actionId,
            int attempt,
            @org.jspecify.annotations.Nullable String reason) implements RunFact {}

    record DecisionRefused(String decisionId, String reason) implements RunFact {}

    record RunHeld(String reason) implements RunFact {}

    record RunReleased(String reason) implements RunFact {}

    record RunQueued(
            RunSpec spec,
            String reason,
            int position,
            @Nullable QueuePlace place) implements RunFact {}

    /**
     * It waits for people.
     *
     * @param budget the budget that has no room; absent where it waits for something else
     */
    record RunPaused(
            String by,
            String reason,
            boolean takenOver,
            @Nullable String budget) implements RunFact {
        RunPaused(String by, String reason, boolean takenOver) {
            this(by, reason, takenOver, null);
        }
    }

    record RunResumed(String by, String reason, @Nullable String note) implements RunFact {}

    record QuestionAsked(String question) implements RunFact {}

    record QuestionAnswered(String by, String answer) implements RunFact {}

    record LoopDetected(LoopDetector.Kind kind, String description, int detections) implements RunFact {}

    record Delegated(DelegatedStep task) implements RunFact {}

    record DelegationEnded(Finding finding) implements RunFact {}

    record LockAwaited(String actionId, String holder) implements RunFact {}

    record NotEffective(String alertId, String fingerprint) implements RunFact {}

    record CollateralFound(String actionId, List<String> changed) implements RunFact {}

    record PhaseChanged(String phase, Phase.State state) implements RunFact {}

    /** It ends, and waits for the ends of what is still on its way. */
    record RunClosing(Outcome outcome, String reason, List<String> awaited) implements RunFact {
        public RunClosing {
            awaited = List.copyOf(awaited);
        }
    }

    record RunEnded(
            Outcome outcome,
            String reason,
            String summary,
            @Nullable String rootCause) implements RunFact {}
}
