package io.flyball.orchestrator.run;

import io.flyball.orchestrator.run.LimitCheck.Reached;
import io.flyball.orchestrator.run.RunEvent.PlanArrived;
import io.flyball.orchestrator.run.RunEvent.TimePassed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    /** Goes on with that step after a stop or a pause, in which it may have been asked about, and answered, already. */
    static Decision goOn(
            Run run, int step, int attempt, @Nullable Plan answer, Instant at, DecisionBuilder story, String why) {
        if (step > run.tally().steps()) {
            return nextStep(run, at, story, why);
        }
        if (answer != null) {
            return PlanAnswers.follow(run, step, answer, at, story);
        }
        String newest = run.questions().newest(run.id());
        return run.questions().open().contains(newest) && Questions.isAbout(run.id(), step, newest)
                ? story.to(new RunState.Planning(run, step, attempt, newest, deadline(run, at)), why)
                : request(run, step, attempt, at, story, why);
    }

    /** Asks about that step anew, whatever was asked or answered before. */
    static Decision askAnew(Run run, int step, int attempt, Instant at, DecisionBuilder story, String why) {
        return step > run.tally().steps() ? nextStep(run, at, story, why) : request(run, step, attempt, at, story, why);
    }

    private static Instant deadline(Run run, Instant at) {
        return at.plus(run.spec().limits().planTime());
    }

    static Decision decide(RunState.Planning s, RunEvent.Within event) {
        return switch (event) {
            case TimePassed e
            when LimitCheck.outOfTime(s.run()).isPresent() ->
                Ending.limit(
                        s.run(), List.of(), LimitCheck.outOfTime(s.run()).orElseThrow(), e.at(), new DecisionBuilder());
            case TimePassed e
            when !e.at().isBefore(s.deadline()) ->
                Retrying.plan(
                        PlanAnswers.remembering(s),
                        s.step(),
                        s.attempt(),
                        "no plan arrived in time",
                        e.at(),
                        new DecisionBuilder());
            case RunEvent.StopEngaged e ->
                Holding.hold(PlanAnswers.remembering(s), e.reason(), s.step(), s.attempt(), new DecisionBuilder());
            case RunEvent.PauseOrdered e ->
                Pausing.pause(PlanAnswers.remembering(s), e, s.step(), s.attempt(), new DecisionBuilder());
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

    private static Decision request(Run run, int step, int attempt, Instant at, DecisionBuilder story, String why) {
        Questions questions = run.questions().next(run.id(), step, attempt);
        String requestId = questions.newest(run.id());
        Instant deadline = deadline(run, at);
        Run telling =
                Concluding.warned(FollowUps.tell(run.edit().questions(questions).done()));
        return story.tell(new RunFact.PlanRequested(requestId, attempt))
                .command(new RunCommand.RequestPlan(telling, requestId, step, deadline))
                .to(new RunState.Planning(telling, step, attempt, requestId, deadline), why);
    }
}
