package io.flyball.console.readmodel;

import io.flyball.contract.ActionProposed;
import io.flyball.contract.AlertJoined;
import io.flyball.contract.CollateralFound;
import io.flyball.contract.DecisionRefused;
import io.flyball.contract.Delegated;
import io.flyball.contract.DelegationEnded;
import io.flyball.contract.LockAwaited;
import io.flyball.contract.LoopDetected;
import io.flyball.contract.NotEffective;
import io.flyball.contract.Outcome;
import io.flyball.contract.PhaseChanged;
import io.flyball.contract.PlanDecided;
import io.flyball.contract.PlanRequested;
import io.flyball.contract.QuestionAnswered;
import io.flyball.contract.QuestionAsked;
import io.flyball.contract.RunClosing;
import io.flyball.contract.RunEnded;
import io.flyball.contract.RunEvent;
import io.flyball.contract.RunHeld;
import io.flyball.contract.RunOpened;
import io.flyball.contract.RunPaused;
import io.flyball.contract.RunQueued;
import io.flyball.contract.RunReleased;
import io.flyball.contract.RunResumed;
import io.flyball.contract.ToolCalled;
import io.flyball.contract.ToolFinished;
import io.flyball.contract.ToolStarted;
import io.flyball.contract.VerdictGiven;
import io.flyball.contract.VerificationFailed;
import io.flyball.contract.VerificationOwed;
import io.flyball.contract.Verified;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** A run's view from its events: here Avro ends. The same events give the same view, and a repeat changes nothing. */
final class RunFold {
    private RunFold() {}

    /** The view after that event; {@code before} is null if there has been none, or if the older ones have expired. */
    static RunView apply(@Nullable RunView before, RunEvent event) {
        RunView view = before == null ? Opening.unseen(event) : before;
        if (event.getSequence() <= view.standing().sequence()) {
            return view;
        }
        RunView after = happened(view.with(Standings.after(view.standing(), event)), event);
        return Notes.text(event.getWhat())
                .map(text -> after.withNotes(plus(after.notes(), note(event, text))))
                .orElse(after);
    }

    private static NoteView note(RunEvent event, String text) {
        String kind = ((SpecificRecord) event.getWhat()).getSchema().getName();
        return new NoteView(event.getSequence(), event.getAt(), event.getStep(), kind, text);
    }

    private static RunView happened(RunView view, RunEvent event) {
        return switch (event.getWhat()) {
            case RunOpened it -> Opening.opened(view, it);
            case RunQueued it -> Opening.queued(view, it);
            case AlertJoined it -> Opening.joined(view, it);
            case PlanRequested _ -> view;
            case PlanDecided it -> decided(view, event, it);
            case DecisionRefused it -> refused(view, it);
            case ActionProposed it -> view.withActions(plus(view.actions(), ActionView.of(event.getStep(), it)));
            case VerdictGiven it -> action(view, it.getActionId(), action -> action.judged(it));
            case ToolCalled it -> action(view, it.getActionId(), action -> action.standing("CALLED"));
            case ToolStarted it -> action(view, it.getActionId(), action -> action.standing("STARTED"));
            case ToolFinished it -> action(view, it.getActionId(), action -> action.finished(it));
            case VerificationOwed it -> verification(view, it.getTarget(), "OWED", it.getActionId(), 0);
            case Verified it -> verification(view, it.getTarget(), "VERIFIED", it.getActionId(), 0);
            case VerificationFailed it ->
                verification(view, it.getTarget(), "FAILED", it.getActionId(), it.getAttempt());
            case RunEnded it -> ended(view, event, it);
            case NotEffective _ -> view.with(effective(view.ending(), false));
            // Where it stands and what is noted tell these.
            case RunHeld _,
                    RunClosing _,
                    RunReleased _,
                    RunPaused _,
                    RunResumed _,
                    QuestionAsked _,
                    QuestionAnswered _,
                    LoopDetected _,
                    Delegated _,
                    DelegationEnded _,
                    LockAwaited _,
                    CollateralFound _,
                    PhaseChanged _ -> view;
            // The union is Avro's, so the compiler knows no end of it; a test goes through all of its types.
            default ->
                throw new IllegalArgumentException(
                        "no run event: " + event.getWhat().getClass());
        };
    }

    private static RunView decided(RunView view, RunEvent event, PlanDecided it) {
        var used = it.getTokens();
        RunView.Spent spent = view.spent();
        RunView.Tokens tokens = spent.tokens();
        return view.withSteps(plus(view.steps(), StepView.of(event.getStep(), it, event.getAt())))
                .with(new RunView.Spent(
                        spent.cost().plusMicros(it.getCostMicros()),
                        new RunView.Tokens(
                                tokens.input() + used.getInput(),
                                tokens.output() + used.getOutput(),
                                tokens.cacheRead() + used.getCacheRead(),
                                tokens.cacheWrite() + used.getCacheWrite()),
                        spent.llmCalls() + it.getLlmCalls()));
    }

    private static RunView refused(RunView view, DecisionRefused it) {
        return view.withSteps(view.steps().stream()
                .map(step -> step.decisionId().equals(it.getDecisionId()) ? step.refused(it.getReason()) : step)
                .toList());
    }

    private static RunView action(RunView view, String id, UnaryOperator<ActionView> change) {
        return view.withActions(view.actions().stream()
                .map(action -> action.id().equals(id) ? change.apply(action) : action)
                .toList());
    }

    /** Each target once, in the order in which they were first owed. */
    private static RunView verification(RunView view, String target, String state, String actionId, int attempts) {
        List<VerificationView> newer = new ArrayList<>(view.verification());
        VerificationView now = new VerificationView(target, state, actionId, attempts);
        int at = newer.stream().map(VerificationView::target).toList().indexOf(target);
        if (at < 0) {
            newer.add(now);
        } else {
            newer.set(at, now);
        }
        return view.withVerification(List.copyOf(newer));
    }

    private static RunView ended(RunView view, RunEvent event, RunEnded it) {
        return view.with(new RunView.Ending(
                it.getOutcome().name(),
                it.getSummary(),
                it.getRootCause(),
                it.getReason(),
                null,
                it.getOutcome() == Outcome.RESOLVED ? true : null,
                event.getAt()));
    }

    private static RunView.Ending effective(RunView.Ending e, boolean effective) {
        return new RunView.Ending(
                e.outcome(), e.summary(), e.rootCause(), e.reason(), e.handOver(), effective, e.closedAt());
    }

    private static <T> List<T> plus(List<T> list, T more) {
        List<T> longer = new ArrayList<>(list);
        longer.add(more);
        return List.copyOf(longer);
    }
}
