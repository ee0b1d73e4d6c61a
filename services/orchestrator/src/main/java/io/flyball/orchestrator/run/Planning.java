package io.flyball.orchestrator.run;

import io.flyball.orchestrator.run.LimitCheck.Reached;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** From the wish for a plan to its arrival. */
final class Planning {
    private static final Duration FIRST_BACK_OFF = Duration.ofSeconds(1);

    private Planning() {}

    static Decision open(RunSpec spec, Instant at) {
        Run run = Run.opened(spec);
        Story story = new Story().tell(new RunFact.RunOpened(spec)).command(new RunCommand.Brief(run));
        return nextStep(run, at, story, "run opens");
    }

    /** Begins the next step, unless a limit has been reached. */
    static Decision nextStep(Run run, Instant at, Story story, String why) {
        int step = run.tally().steps() + 1;
        Optional<Reached> reached = LimitCheck.beforeStep(run, step);
        return reached.isPresent()
                ? Ending.limit(run, List.of(), reached.get(), at, story)
                : request(run.with(run.tally().withStep(step)), step, 1, at, story, why);
    }

    static Decision decide(RunState.Planning s, RunEvent event) {
        return switch (event) {
            case PlanArrived e when e.plan().requestId().equals(s.requestId()) -> arrived(s, e);
            case TimePassed e
            when LimitCheck.outOfTime(s.run()).isPresent() ->
                Ending.limit(s.run(), List.of(), LimitCheck.outOfTime(s.run()).orElseThrow(), e.at(), new Story());
            case TimePassed e
            when !e.at().isBefore(s.deadline()) ->
                retry(s.run(), s.step(), s.attempt(), "no plan arrived in time", e.at(), new Story());
            case StopEngaged e -> hold(s.run(), e.reason(), s.step(), s.attempt() + 1);
            case PlanArrived _ -> Decision.stay(s, "not the plan request in flight");
            case TimePassed _ -> Decision.stay(s, "nothing is due");
            case StopReleased _ -> Decision.stay(s, "not held");
            case VerdictArrived _, ToolStarted _, ToolEnded _ -> Decision.stay(s, "no action in flight");
            case Opened _, AlertJoined _, CancelOrdered _ -> Decision.stay(s, "handled in every state");
        };
    }

    static Decision decide(RunState.BackingOff s, RunEvent event) {
        return switch (event) {
            case TimePassed e
            when LimitCheck.outOfTime(s.run()).isPresent() ->
                Ending.limit(s.run(), List.of(), LimitCheck.outOfTime(s.run()).orElseThrow(), e.at(), new Story());
            case TimePassed e
            when !e.at().isBefore(s.until()) ->
                request(s.run(), s.step(), s.attempt(), e.at(), new Story(), "back-off is over");
            case StopEngaged e -> hold(s.run(), e.reason(), s.step(), s.attempt());
            case TimePassed _ -> Decision.stay(s, "nothing is due");
            case PlanArrived _ -> Decision.stay(s, "that plan request was given up");
            case StopReleased _ -> Decision.stay(s, "not held");
            case VerdictArrived _, ToolStarted _, ToolEnded _ -> Decision.stay(s, "no action in flight");
            case Opened _, AlertJoined _, CancelOrdered _ -> Decision.stay(s, "handled in every state");
        };
    }

    static Decision decide(RunState.Held s, RunEvent event) {
        return switch (event) {
            case StopReleased e -> release(s, e.at());
            case StopEngaged _ -> Decision.stay(s, "held already");
            case PlanArrived _ -> Decision.stay(s, "held: it will be planned again after the release");
            case VerdictArrived _, ToolStarted _, ToolEnded _ -> Decision.stay(s, "no action in flight");
            case TimePassed _ -> Decision.stay(s, "time does not count while held");
            case Opened _, AlertJoined _, CancelOrdered _ -> Decision.stay(s, "handled in every state");
        };
    }

    static Decision hold(Run run, String reason, int step, int attempt) {
        return hold(run, reason, step, attempt, new Story());
    }

    static Decision hold(Run run, String reason, int step, int attempt, Story story) {
        return story.tell(new RunFact.RunHeld(reason))
                .to(new RunState.Held(run, reason, step, attempt), "held, not failed");
    }

    private static Decision release(RunState.Held s, Instant at) {
        Run run = s.run().withBackground("A stop was on and has been released; what it prevented was not done.");
        Story story = new Story().tell(new RunFact.RunReleased("the stop was released"));
        return s.step() > run.tally().steps()
                ? nextStep(run, at, story, "released")
                : request(run, s.step(), s.attempt(), at, story, "released");
    }

    private static Decision arrived(RunState.Planning s, PlanArrived event) {
        Plan plan = event.plan();
        Run run = s.run().with(s.run().tally().withPlan(plan)).withHints(List.of());
        Story story = new Story().tell(new RunFact.PlanDecided(plan));
        if (plan.wants() instanceof Plan.Wants.NoPlan noPlan) {
            return withoutPlan(run, s, noPlan, event.at(), story);
        }
        Optional<Reached> spent = LimitCheck.spent(run);
        return spent.isPresent()
                ? Ending.limit(run, List.of(), spent.get(), event.at(), story)
                : Following.follow(run, s.step(), plan, event.at(), story);
    }

    private static Decision withoutPlan(
            Run run, RunState.Planning s, Plan.Wants.NoPlan noPlan, Instant at, Story story) {
        return switch (noPlan.errorClass()) {
            case TRANSIENT -> retry(run, s.step(), s.attempt(), noPlan.message(), at, story);
            case CONFIG, BUG, EXTERNAL ->
                Ending.escalated(
                        run,
                        List.of(),
                        new HandOver(
                                "no plan could be made (" + noPlan.errorClass() + "): " + noPlan.message(),
                                "",
                                List.of("Check the planner's configuration and its log.")),
                        at,
                        story);
        };
    }

    private static Decision retry(Run run, int step, int attempt, String why, Instant at, Story story) {
        if (attempt >= run.spec().limits().planAttempts()) {
            var handOver = new HandOver(
                    "no plan after " + attempt + " attempts: " + why, "", List.of("Check that the planner is up."));
            return Ending.escalated(run, List.of(), handOver, at, story);
        }
        Duration backOff = FIRST_BACK_OFF.multipliedBy(1L << (attempt - 1));
        return story.to(new RunState.BackingOff(run, step, attempt + 1, at.plus(backOff)), why);
    }

    private static Decision request(Run run, int step, int attempt, Instant at, Story story, String why) {
        String requestId = run.id() + ":p" + step + "." + attempt;
        Instant deadline = at.plus(run.spec().limits().planTime());
        return story.tell(new RunFact.PlanRequested(requestId, attempt))
                .command(new RunCommand.RequestPlan(run, requestId, step, deadline))
                .to(new RunState.Planning(run, step, attempt, requestId, deadline), why);
    }
}
