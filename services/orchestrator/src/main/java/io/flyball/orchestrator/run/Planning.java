package io.flyball.orchestrator.run;

import io.flyball.orchestrator.run.LimitCheck.Reached;
import io.flyball.orchestrator.run.RunEvent.PlanArrived;
import io.flyball.orchestrator.run.RunEvent.TimePassed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** From the wish for a plan to its arrival. */
final class Planning {
    private Planning() {}

    static Decision open(Run run, Instant at, DecisionBuilder story) {
        story.tell(new RunFact.RunOpened(run.spec())).command(new RunCommand.Brief(run));
        String impossible = run.spec().impossible();
        return impossible == null
                ? nextStep(run, at, story, "run opens")
                : Ending.impossible(run, impossible, at, story);
    }

    /** Begins the next step, unless a limit has been reached. */
    static Decision nextStep(Run run, Instant at, DecisionBuilder story, String why) {
        int step = run.tally().steps() + 1;
        Optional<Reached> reached = LimitCheck.beforeStep(run, step);
        return reached.isPresent()
                ? Ending.limit(run, List.of(), reached.get(), at, story)
                : request(run.with(run.tally().withStep(step)), step, 1, at, story, why);
    }

    /** Goes on with that step after a pause, in which it may have been begun already. */
    static Decision goOn(Run run, int step, int attempt, Instant at, DecisionBuilder story, String why) {
        return step > run.tally().steps() ? nextStep(run, at, story, why) : request(run, step, attempt, at, story, why);
    }

    static Decision decide(RunState.Planning s, RunEvent.Within event) {
        return switch (event) {
            case PlanArrived e when e.plan().requestId().equals(s.requestId()) -> arrived(s, e);
            case TimePassed e
            when LimitCheck.outOfTime(s.run()).isPresent() ->
                Ending.limit(
                        s.run(), List.of(), LimitCheck.outOfTime(s.run()).orElseThrow(), e.at(), new DecisionBuilder());
            case TimePassed e
            when !e.at().isBefore(s.deadline()) ->
                Retrying.plan(s.run(), s.step(), s.attempt(), "no plan arrived in time", e.at(), new DecisionBuilder());
            case RunEvent.StopEngaged e ->
                Holding.hold(s.run(), e.reason(), s.step(), s.attempt() + 1, new DecisionBuilder());
            case RunEvent.PauseOrdered e -> Pausing.pause(s.run(), e, s.step(), s.attempt() + 1, new DecisionBuilder());
            case PlanArrived _,
                    TimePassed _,
                    RunEvent.StopReleased _,
                    RunEvent.VerdictArrived _,
                    RunEvent.ToolStarted _,
                    RunEvent.LockAwaited _,
                    RunEvent.ToolEnded _,
                    RunEvent.ChildEnded _,
                    RunEvent.ResumeOrdered _,
                    RunEvent.AnswerGiven _ -> UnexpectedEvent.stay(s, event);
        };
    }

    static Decision decide(RunState.BackingOff s, RunEvent.Within event) {
        return switch (event) {
            case TimePassed e
            when LimitCheck.outOfTime(s.run()).isPresent() ->
                Ending.limit(
                        s.run(), List.of(), LimitCheck.outOfTime(s.run()).orElseThrow(), e.at(), new DecisionBuilder());
            case TimePassed e
            when !e.at().isBefore(s.until()) ->
                request(s.run(), s.step(), s.attempt(), e.at(), new DecisionBuilder(), "back-off is over");
            case RunEvent.StopEngaged e ->
                Holding.hold(s.run(), e.reason(), s.step(), s.attempt(), new DecisionBuilder());
            case RunEvent.PauseOrdered e -> Pausing.pause(s.run(), e, s.step(), s.attempt(), new DecisionBuilder());
            case PlanArrived _ -> Decision.stay(s, "that plan request was given up");
            case TimePassed _,
                    RunEvent.StopReleased _,
                    RunEvent.VerdictArrived _,
                    RunEvent.ToolStarted _,
                    RunEvent.LockAwaited _,
                    RunEvent.ToolEnded _,
                    RunEvent.ChildEnded _,
                    RunEvent.ResumeOrdered _,
                    RunEvent.AnswerGiven _ -> UnexpectedEvent.stay(s, event);
        };
    }

    private static Decision arrived(RunState.Planning s, PlanArrived event) {
        Plan plan = event.plan();
        Run run = s.run().with(s.run().tally().withPlan(plan)).withHints(List.of());
        DecisionBuilder story = new DecisionBuilder().tell(new RunFact.PlanDecided(plan));
        if (plan.wants() instanceof Plan.Wants.NoPlan noPlan) {
            return Retrying.withoutPlan(run, s, noPlan, event.at(), story);
        }
        Optional<Reached> spent = LimitCheck.spent(run);
        return spent.isPresent()
                ? Ending.limit(run, List.of(), spent.get(), event.at(), story)
                : PlanFollower.follow(run, s.step(), plan, event.at(), story);
    }

    private static Decision request(Run run, int step, int attempt, Instant at, DecisionBuilder story, String why) {
        String requestId = run.id() + ":p" + step + "." + attempt;
        Instant deadline = at.plus(run.spec().limits().planTime());
        Run telling = FollowUps.tell(run);
        return story.tell(new RunFact.PlanRequested(requestId, attempt))
                .command(new RunCommand.RequestPlan(telling, requestId, step, deadline))
                .to(new RunState.Planning(telling, step, attempt, requestId, deadline), why);
    }
}
