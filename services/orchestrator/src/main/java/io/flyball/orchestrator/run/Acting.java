package io.flyball.orchestrator.run;

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

    static Decision decide(RunState.Acting s, RunEvent.Within event) {
        return switch (event) {
            case VerdictArrived e -> verdict(s, e);
            case ToolStarted e -> started(s, e);
            case RunEvent.LockAwaited e -> awaited(s, e);
            case ToolEnded e -> ended(s, e);
            case TimePassed e
            when s.atWork() && LimitCheck.outOfTime(s.run()).isPresent() ->
                Ending.limit(s, LimitCheck.outOfTime(s.run()).orElseThrow(), e.at(), new DecisionBuilder());
            case TimePassed e -> Scheduling.retry(s, e.at());
            case RunEvent.PauseOrdered e -> paused(s, e);
            case RunEvent.ResumeOrdered e -> resumed(s, e);
            case RunEvent.StopEngaged e -> hold(s, e.reason());
            case RunEvent.StopReleased e -> release(s, e.at());
            case RunEvent.PlanArrived _, RunEvent.ChildEnded _, RunEvent.AnswerGiven _ ->
                UnexpectedEvent.stay(s, event);
        };
    }

    /** While a stop is on the governor keeps its answers back, so this may take long; the run must not pay for it. */
    private static Decision hold(RunState.Acting s, String reason) {
        if (!s.canBeHeld()) {
            return Decision.stay(s, s.held() == null ? "the executor stops what runs and reports it" : "held already");
        }
        return new DecisionBuilder()
                .tell(new RunFact.RunHeld(reason))
                .to(
                        new RunState.Acting(s.run(), s.step(), s.plan(), s.actions(), s.pause(), reason),
                        "held, not failed");
    }

    private static Decision release(RunState.Acting s, Instant at) {
        if (s.held() == null) {
            return Decision.stay(s, "not held");
        }
        DecisionBuilder story = new DecisionBuilder().tell(new RunFact.RunReleased("the stop was released"));
        var going = new RunState.Acting(s.run(), s.step(), s.plan(), s.actions(), s.pause(), null);
        return Scheduling.advance(going, at, story, "released");
    }

    /** What runs may end; nothing else begins. A person who takes over ends what runs, too: the executor hears it. */
    private static Decision paused(RunState.Acting s, RunEvent.PauseOrdered event) {
        PauseOrder order = Pausing.order(event);
        if (s.pause() != null && (s.pause().takenOver() || !order.takenOver())) {
            return Decision.stay(s, "paused already");
        }
        DecisionBuilder story =
                new DecisionBuilder().tell(new RunFact.RunPaused(order.by(), order.reason(), order.takenOver()));
        var paused = new RunState.Acting(s.run(), s.step(), s.plan(), s.actions(), order, s.held());
        return order.takenOver()
                ? Scheduling.advance(givenUp(paused, order), event.at(), story, "taken over by " + order.by())
                : story.to(paused, "paused by " + order.by() + ": nothing more begins");
    }

    private static RunState.Acting givenUp(RunState.Acting s, PauseOrder order) {
        RunState.Acting left = s;
        for (Action action : s.actions()) {
            if (!action.state().over() && !(action.state() instanceof ActionState.Called)) {
                left = replace(left, action.in(new ActionState.Skipped("taken over by " + order.by())), left.run());
            }
        }
        return left;
    }

    private static Decision resumed(RunState.Acting s, RunEvent.ResumeOrdered event) {
        if (s.pause() == null) {
            return UnexpectedEvent.stay(s, event);
        }
        DecisionBuilder story =
                new DecisionBuilder().tell(new RunFact.RunResumed(event.by(), event.reason(), event.note()));
        var going = new RunState.Acting(Pausing.told(s.run(), event), s.step(), s.plan(), s.actions(), null, s.held());
        return Scheduling.advance(going, event.at(), story, "resumed by " + event.by());
    }

    private static Decision awaited(RunState.Acting s, RunEvent.LockAwaited event) {
        return find(s, event.actionId())
                .filter(action -> action.state() instanceof ActionState.Called)
                .map(action -> new DecisionBuilder()
                        .tell(new RunFact.LockAwaited(action.id(), event.holder()))
                        .to(
                                RunState.with(s, s.run().withBackground("Had to wait: " + event.holder())),
                                "it waits for its resource"))
                .orElseGet(() -> Decision.stay(s, "not a call in flight"));
    }

    private static Decision verdict(RunState.Acting s, VerdictArrived event) {
        Verdict answer = event.answer();
        Optional<Action> found = find(s, answer.actionId());
        if (found.isEmpty()) {
            return Decision.stay(s, "not an action of this step");
        }
        Action action = found.get();
        if (!answer.actionHash().equals(action.proposal().hash())) {
            return Decision.stay(s, "the verdict is about another action: its hash differs");
        }
        return switch (action.state()) {
            case ActionState.Proposed proposed -> answered(s, action, answer, proposed.sent(), event.at());
            case ActionState.AwaitingApproval waiting ->
                answer.kind() == Verdict.Kind.HOLD_FOR_APPROVAL
                        ? Decision.stay(s, "held already")
                        : answered(s, action, answer, waiting.sent(), event.at());
            case ActionState.Ready _,
                    ActionState.Called _,
                    ActionState.Retrying _,
                    ActionState.Finished _,
                    ActionState.Denied _,
                    ActionState.Skipped _ -> Decision.stay(s, "the action has its verdict already");
        };
    }

    private static Decision answered(RunState.Acting s, Action action, Verdict answer, int sent, Instant at) {
        DecisionBuilder story = new DecisionBuilder().tell(new RunFact.VerdictGiven(answer));
        RunState.Acting answered = replace(s, action.in(after(s.run(), answer, sent, at)), s.run());
        return Scheduling.advance(answered, at, story, "verdict: " + answer.kind());
    }

    private static ActionState after(Run run, Verdict answer, int sent, Instant at) {
        boolean late = answer.effect().changes() && run.alertResolved();
        return switch (answer.kind()) {
            case DENY -> new ActionState.Denied(answer);
            case ALLOW, ALLOW_AND_NOTIFY ->
                late ? new ActionState.Skipped(Alerts.RESOLVED) : new ActionState.Ready(answer, sent);
            case HOLD_FOR_APPROVAL ->
                late
                        ? new ActionState.Skipped(Alerts.RESOLVED)
                        : new ActionState.AwaitingApproval(
                                answer.expiresAt() == null ? at : answer.expiresAt(), answer, sent);
        };
    }

    private static Decision started(RunState.Acting s, ToolStarted event) {
        return find(s, event.actionId())
                .filter(action -> action.state() instanceof ActionState.Called)
                .map(action -> new DecisionBuilder()
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
        return called.dispatch() == event.dispatch()
                ? ended(s, action, called, event)
                : Decision.stay(s, "an earlier sending of the call");
    }

    private static Decision ended(RunState.Acting s, Action action, ActionState.Called called, ToolEnded event) {
        ToolResult report = event.report();
        DecisionBuilder story = new DecisionBuilder().tell(new RunFact.ToolFinished(action.id(), report));
        if (Regoverning.worthwhile(s, called, event)) {
            return Regoverning.propose(s, action, called, story);
        }
        if (!PauseOrder.byHand(s.pause()) && Retrying.worthwhile(s.run(), called, report)) {
            Instant until = event.at().plus(Retrying.backOff(action.id(), called.dispatch()));
            var again = new ActionState.Retrying(called.allowed(), until, called.dispatch() + 1);
            return story.to(replace(s, action.in(again), s.run()), "a passing fault: tried again");
        }
        Run run = Verifying.after(s.run(), s.actions(), action, called.allowed(), report, story);
        Action finished = action.in(new ActionState.Finished(called.allowed(), report));
        return Scheduling.advance(replace(s, finished, run), event.at(), story, "the tool ended");
    }

    private static Optional<Action> find(RunState.Acting s, String actionId) {
        return s.actions().stream().filter(a -> a.id().equals(actionId)).findFirst();
    }

    static RunState.Acting replace(RunState.Acting s, Action changed, Run run) {
        List<Action> actions = s.actions().stream()
                .map(action -> action.id().equals(changed.id()) ? changed : action)
                .toList();
        return new RunState.Acting(run, s.step(), s.plan(), actions, s.pause(), s.held());
    }
}
