package io.flyball.orchestrator.run;

import io.flyball.orchestrator.run.RunEvent.ChildEnded;
import io.flyball.orchestrator.run.RunEvent.ToolEnded;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** A run that is over but for changes that are with the executor, and specialists that are being cancelled: their ends are awaited. */
final class Closing {
    /** Beyond its own deadline, for the way that the executor's word takes. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    /** An order may reach a specialist's run before it has opened, so it is given again. */
    private static final Duration CANCEL_AGAIN = Duration.ofSeconds(10);

    private Closing() {}

    static Decision begin(RunState.Acting s, RunResult result, DecisionBuilder story) {
        List<Action> actions = s.actions().stream()
                .map(action -> action.state().over() || action.state() instanceof ActionState.Called
                        ? action
                        : action.in(new ActionState.Skipped(result.reason())))
                .toList();
        Instant deadline = Awaited.changes(actions)
                .map(action -> ((ActionState.Called) action.state())
                        .at()
                        .plus(s.run().spec().limits().activeTime()))
                .filter(due -> due.isAfter(result.at()))
                .max(Comparator.naturalOrder())
                .orElse(result.at())
                .plus(GRACE);
        return begin(
                new RunState.Closing(s.run(), s.step(), s.plan(), actions, List.of(), result, deadline, deadline),
                story);
    }

    static Decision begin(RunState.Delegating s, RunResult result, DecisionBuilder story) {
        Instant deadline = result.at()
                .plus(s.run().spec().limits().activeTime())
                .plus(GRACE)
                .plus(GRACE);
        return begin(
                new RunState.Closing(
                        s.run(),
                        s.step(),
                        s.plan(),
                        List.of(),
                        s.tasks(),
                        result,
                        deadline,
                        result.at().plus(CANCEL_AGAIN)),
                story);
    }

    private static Decision begin(RunState.Closing s, DecisionBuilder story) {
        RunResult result = s.result();
        return story.tell(new RunFact.RunClosing(result.outcome(), result.reason(), Awaited.names(s)))
                .to(s, "it ends, and waits for " + String.join(", ", Awaited.names(s)));
    }

    static Decision decide(RunState.Closing s, RunEvent.Within event) {
        return switch (event) {
            case ToolEnded e -> ended(s, e);
            case ChildEnded e -> reported(s, e);
            case RunEvent.TimePassed e when !e.at().isBefore(s.deadline()) -> unknown(s, e.at());
            case RunEvent.TimePassed e when !e.at().isBefore(s.nextCancel()) -> cancelAgain(s, e.at());
            case RunEvent.PauseOrdered _, RunEvent.ResumeOrdered _ -> Decision.stay(s, Awaited.why(s));
            case RunEvent.StopEngaged _ ->
                Decision.stay(s, "nothing begins; the executor stops what runs and reports it");
            case RunEvent.TimePassed _,
                    RunEvent.PlanArrived _,
                    RunEvent.VerdictArrived _,
                    RunEvent.ToolStarted _,
                    RunEvent.LockAwaited _,
                    RunEvent.AnswerGiven _,
                    RunEvent.StopReleased _ -> UnexpectedEvent.stay(s, event);
        };
    }

    private static Decision ended(RunState.Closing s, ToolEnded event) {
        return s.actions().stream()
                .filter(a -> a.id().equals(event.actionId()))
                .filter(a -> a.state() instanceof ActionState.Called called && called.dispatch() == event.dispatch())
                .findFirst()
                .map(action -> {
                    DecisionBuilder story = new DecisionBuilder();
                    return settle(finish(s, action, event.report(), story), event.at(), story);
                })
                .orElseGet(() -> Decision.stay(s, "not a call in flight"));
    }

    private static RunState.Closing finish(
            RunState.Closing s, Action action, ToolResult report, DecisionBuilder story) {
        var called = (ActionState.Called) action.state();
        story.tell(new RunFact.ToolFinished(action.id(), report));
        Run run = Verifying.after(s.run(), s.actions(), action, called.allowed(), report, story);
        Action finished = action.in(new ActionState.Finished(called.allowed(), report));
        return s.in(
                run,
                s.actions().stream()
                        .map(a -> a.id().equals(action.id()) ? finished : a)
                        .toList(),
                s.tasks());
    }

    private static Decision reported(RunState.Closing s, ChildEnded event) {
        Finding finding = event.finding();
        return Awaited.specialists(s)
                .filter(t -> t.name().equals(finding.name()) && t.attempt() == event.attempt())
                .findFirst()
                .map(task -> {
                    DecisionBuilder story = new DecisionBuilder();
                    return settle(finish(s, task, finding, story), event.at(), story);
                })
                .orElseGet(() -> Decision.stay(s, "not a specialist at work"));
    }

    private static RunState.Closing finish(
            RunState.Closing s, DelegatedStep task, Finding finding, DecisionBuilder story) {
        story.tell(new RunFact.DelegationEnded(finding));
        Run run = s.run()
                .with(s.run().tally().withFinding(finding, Duration.ZERO))
                .edit()
                .finding(finding)
                .done();
        DelegatedStep over = task.in(new DelegatedStep.State.Reported(finding));
        return s.in(
                run,
                s.actions(),
                s.tasks().stream()
                        .map(t -> t.name().equals(task.name()) ? over : t)
                        .toList());
    }

    private static Decision settle(RunState.Closing s, Instant at, DecisionBuilder story) {
        return Awaited.names(s).isEmpty()
                ? Ending.closed(s, Awaited.unknown(s), at, story)
                : story.to(s, Awaited.why(s));
    }

    private static Decision unknown(RunState.Closing before, Instant at) {
        DecisionBuilder story = new DecisionBuilder();
        RunState.Closing s = before;
        for (Action action : Awaited.changes(before.actions()).toList()) {
            s = finish(s, action, ToolResult.unknown("no word from the tool executor until its deadline"), story);
        }
        for (DelegatedStep task : Awaited.specialists(before).toList()) {
            String why = "no word from it since it was cancelled; what it changed is not known";
            s = finish(
                    s, task, Finding.without(task.name(), task.agent(), task.childRunId(), Outcome.FAILED, why), story);
        }
        return settle(s, at, story);
    }

    private static Decision cancelAgain(RunState.Closing s, Instant at) {
        DecisionBuilder story = new DecisionBuilder();
        Awaited.specialists(s)
                .forEach(t -> story.command(new RunCommand.CancelChild(
                        s.run(), t.childRunId(), s.result().reason())));
        return story.to(s.cancellingAt(at.plus(CANCEL_AGAIN)), "specialists are cancelled again");
    }
}
