package io.flyball.orchestrator.run;

import io.flyball.orchestrator.run.RunEvent.AlertJoined;
import io.flyball.orchestrator.run.RunEvent.CancelOrdered;
import io.flyball.orchestrator.run.RunEvent.Opened;
import io.flyball.orchestrator.run.RunEvent.PlanArrived;
import io.flyball.orchestrator.run.RunEvent.StopEngaged;
import io.flyball.orchestrator.run.RunEvent.StopReleased;
import io.flyball.orchestrator.run.RunEvent.TimePassed;
import io.flyball.orchestrator.run.RunEvent.ToolEnded;
import io.flyball.orchestrator.run.RunEvent.ToolStarted;
import io.flyball.orchestrator.run.RunEvent.VerdictArrived;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The actions of a step: governed, approved, executed. */
final class Acting {
    private Acting() {}

    static Decision decide(RunState.Acting s, RunEvent event) {
        return switch (event) {
            case VerdictArrived e -> verdict(s, e);
            case ToolStarted e -> started(s, e);
            case ToolEnded e -> ended(s, e);
            case TimePassed e
            when LimitCheck.outOfTime(s.run()).isPresent() ->
                Ending.limit(s, LimitCheck.outOfTime(s.run()).orElseThrow(), e.at(), new Story());
            case TimePassed _ -> Decision.stay(s, "nothing is due");
            case StopEngaged _ -> Decision.stay(s, "the executor stops what runs and reports it");
            case StopReleased _ -> Decision.stay(s, "not held");
            case PlanArrived _ -> Decision.stay(s, "no plan request in flight");
            case Opened _, AlertJoined _, CancelOrdered _ -> Decision.stay(s, "handled in every state");
        };
    }

    private static Decision verdict(RunState.Acting s, VerdictArrived event) {
        GovernorAnswer answer = event.answer();
        Optional<Action> found = find(s, answer.actionId());
        if (found.isEmpty()) {
            return Decision.stay(s, "not an action of this step");
        }
        Action action = found.get();
        if (!answer.actionHash().equals(action.proposal().hash())) {
            return Decision.stay(s, "the verdict is about another action: its hash differs");
        }
        return switch (action.state()) {
            case ActionState.Proposed _ -> answered(s, action, answer, event.at());
            case ActionState.AwaitingApproval _ ->
                answer.kind() == GovernorAnswer.Kind.HOLD_FOR_APPROVAL
                        ? Decision.stay(s, "held already")
                        : answered(s, action, answer, event.at());
            case ActionState.Ready _,
                    ActionState.Called _,
                    ActionState.Finished _,
                    ActionState.Denied _,
                    ActionState.Skipped _ -> Decision.stay(s, "the action has its verdict already");
        };
    }

    private static Decision answered(RunState.Acting s, Action action, GovernorAnswer answer, Instant at) {
        ActionState next = switch (answer.kind()) {
            case ALLOW, ALLOW_AND_NOTIFY -> new ActionState.Ready(answer);
            case HOLD_FOR_APPROVAL ->
                new ActionState.AwaitingApproval(answer.expiresAt() == null ? at : answer.expiresAt(), answer);
            case DENY -> new ActionState.Denied(answer);
        };
        Story story = new Story().tell(new RunFact.VerdictGiven(answer));
        return Scheduling.advance(replace(s, action.in(next), s.run()), at, story, "verdict: " + answer.kind());
    }

    private static Decision started(RunState.Acting s, ToolStarted event) {
        return find(s, event.actionId())
                .filter(action -> action.state() instanceof ActionState.Called)
                .map(action -> new Story()
                        .tell(new RunFact.ToolStarted(action.id(), event.executor()))
                        .to(s, "the tool runs"))
                .orElseGet(() -> Decision.stay(s, "not a call in flight"));
    }

    private static Decision ended(RunState.Acting s, ToolEnded event) {
        Optional<Action> found = find(s, event.actionId());
        if (found.isEmpty()) {
            return Decision.stay(s, "not an action of this step");
        }
        Action action = found.get();
        if (!(action.state() instanceof ActionState.Called called)) {
            return Decision.stay(s, "not a call in flight");
        }
        Story story = new Story().tell(new RunFact.ToolFinished(action.id(), event.report()));
        Run run = Verifying.after(s.run(), action, called.allowed(), event.report(), story);
        Action finished = action.in(new ActionState.Finished(called.allowed(), event.report()));
        return Scheduling.advance(replace(s, finished, run), event.at(), story, "the tool ended");
    }

    private static Optional<Action> find(RunState.Acting s, String actionId) {
        return s.actions().stream().filter(a -> a.id().equals(actionId)).findFirst();
    }

    static RunState.Acting replace(RunState.Acting s, Action changed, Run run) {
        List<Action> actions = s.actions().stream()
                .map(action -> action.id().equals(changed.id()) ? changed : action)
                .toList();
        return new RunState.Acting(run, s.step(), s.plan(), actions);
    }
}
