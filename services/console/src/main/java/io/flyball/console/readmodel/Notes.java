package io.flyball.console.readmodel;

import io.flyball.contract.CollateralFound;
import io.flyball.contract.Delegated;
import io.flyball.contract.DelegationEnded;
import io.flyball.contract.Finding;
import io.flyball.contract.LockAwaited;
import io.flyball.contract.LoopDetected;
import io.flyball.contract.NotEffective;
import io.flyball.contract.PhaseChanged;
import io.flyball.contract.QuestionAnswered;
import io.flyball.contract.QuestionAsked;
import io.flyball.contract.RunPaused;
import io.flyball.contract.RunQueued;
import io.flyball.contract.RunResumed;
import java.util.Locale;
import java.util.Optional;

/** What happens to a run beside its steps, in words for people. */
final class Notes {
    private Notes() {}

    /** One line; empty for what steps, actions and verification tell. */
    static Optional<String> text(Object what) {
        return Optional.ofNullable(
                switch (what) {
                    case RunQueued it -> "Waits for its turn: " + it.getReason() + before(it.getPosition()) + until(it);
                    case RunPaused it -> paused(it);
                    case RunResumed it -> resumed(it);
                    case QuestionAsked it -> "Asks: " + it.getQuestion();
                    case QuestionAnswered it -> "Answered by " + it.getBy() + ": " + it.getAnswer();
                    case LoopDetected it -> loop(it);
                    case Delegated it -> delegated(it);
                    case DelegationEnded it -> ended(it.getFinding());
                    case LockAwaited it -> "Waits for a lock: " + it.getHolder();
                    case NotEffective it ->
                        "The alert came back within the watch: what was done did not last (" + it.getFingerprint()
                                + ")";
                    case CollateralFound it ->
                        "Changed beyond the action's target: " + String.join(", ", it.getChanged());
                    case PhaseChanged it ->
                        "Phase " + it.getPhase() + ": " + words(it.getState().name());
                    // Everything else has a place of its own in the view.
                    default -> null;
                });
    }

    private static String before(int position) {
        return position == 0 ? "; it is next" : "; " + position + " before it";
    }

    private static String paused(RunPaused it) {
        return (it.getTakenOver() ? "Taken over by " : "Paused by ") + it.getBy() + because(it.getReason());
    }

    private static String resumed(RunResumed it) {
        return it.getNote() == null
                ? "Goes on, by " + it.getBy() + because(it.getReason())
                : "Handed back by " + it.getBy() + ": " + it.getNote();
    }

    private static String because(String reason) {
        return reason.isBlank() ? "" : ": " + reason;
    }

    private static String loop(LoopDetected it) {
        String then = it.getDetections() > 1 ? "; told before, so the run ends" : "; the planner is told";
        return "Repeats itself (" + words(it.getKind().name()) + "): " + it.getDescription() + then;
    }

    private static String delegated(Delegated it) {
        String again = it.getAttempt() > 1 ? ", attempt " + it.getAttempt() : "";
        return "Delegates " + it.getName() + " to " + it.getAgent() + again + ": " + it.getGoal() + " (run "
                + it.getChildRunId() + ")";
    }

    private static String ended(Finding it) {
        String failed = it.getErrors().isEmpty() ? "" : " Failed: " + String.join("; ", it.getErrors());
        return it.getAgent() + " reports on " + it.getName() + " ("
                + words(it.getOutcome().name()) + "): " + it.getSummary() + failed;
    }

    private static String words(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String until(RunQueued it) {
        String behind = it.getBehind().isEmpty() ? "" : "; behind " + String.join(", ", it.getBehind());
        return behind + (it.getUntil() == null ? "" : "; until " + it.getUntil());
    }
}
