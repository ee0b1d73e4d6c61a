package io.flyball.orchestrator.run;

import io.flyball.orchestrator.run.RunEvent.PauseOrdered;
import io.flyball.orchestrator.run.RunEvent.ResumeOrdered;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Paused by a person or by an escalation: it waits as long as it takes, and holds nothing meanwhile. */
final class Pausing {
    private Pausing() {}

    static Decision decide(RunState.Paused s, RunEvent.Within event) {
        return switch (event) {
            case ResumeOrdered e -> resume(s, e);
            case PauseOrdered e when e.takeOver() && !s.order().takenOver() -> takenOver(s, e);
            case RunEvent.TimePassed e
            when s.deadline() != null && !e.at().isBefore(s.deadline()) -> nobodyCame(s, e.at());
            case PauseOrdered _ -> Decision.stay(s, "paused already");
            case RunEvent.TimePassed _ -> Decision.stay(s, "time does not count while paused");
            case RunEvent.PlanArrived _ -> Decision.stay(s, "paused: it will be planned again after the pause");
            case RunEvent.StopEngaged _ -> Decision.stay(s, "paused: nothing acts");
            case RunEvent.StopReleased _,
                    RunEvent.VerdictArrived _,
                    RunEvent.ToolStarted _,
                    RunEvent.LockAwaited _,
                    RunEvent.ToolEnded _,
                    RunEvent.ChildEnded _,
                    RunEvent.AnswerGiven _ -> UnexpectedEvent.stay(s, event);
        };
    }

    static PauseOrder order(PauseOrdered event) {
        return new PauseOrder(event.by(), event.reason(), event.takeOver());
    }

    /** A held run that is paused keeps the plan that it may have. */
    static Decision pause(RunState.Held s, PauseOrdered event) {
        return new DecisionBuilder()
                .tell(new RunFact.RunPaused(event.by(), event.reason(), event.takeOver()))
                .to(
                        new RunState.Paused(s.run(), order(event), s.step(), s.attempt(), null, null, s.answer()),
                        "paused by " + event.by());
    }

    static Decision pause(Run run, PauseOrdered event, int step, int attempt, DecisionBuilder story) {
        return pause(run, order(event), step, attempt, story);
    }

    static Decision pause(Run run, PauseOrder order, int step, int attempt, DecisionBuilder story) {
        return story.tell(new RunFact.RunPaused(order.by(), order.reason(), order.takenOver()))
                .to(new RunState.Paused(run, order, step, attempt, null, null, null), "paused by " + order.by());
    }

    /** The run hands over and waits for a hand-back; once the time is up, it ends as escalated. */
    static Decision handOver(Run run, HandOver handOver, int step, Instant at, DecisionBuilder story) {
        return handOver(run, handOver, null, step, at, story);
    }

    /** The same; a raise of that budget lets it go on as well. */
    static Decision handOver(
            Run run, HandOver handOver, @Nullable String budget, int step, Instant at, DecisionBuilder story) {
        var order = new PauseOrder(run.spec().agent(), handOver.reason(), true);
        Instant deadline = at.plus(run.spec().limits().patience().handOver());
        return story.tell(new RunFact.RunPaused(order.by(), order.reason(), true, budget))
                .command(new RunCommand.AskPeople(run, "hands over and waits", text(handOver), step))
                .to(new RunState.Paused(run, order, step, 1, handOver, deadline, null), "handed over, waiting");
    }

    private static String text(HandOver handOver) {
        return handOver.reason() + (handOver.known().isBlank() ? "" : "\n" + handOver.known()) + "\n"
                + String.join("\n", handOver.nextSteps());
    }

    private static Decision takenOver(RunState.Paused s, PauseOrdered event) {
        return new DecisionBuilder()
                .tell(new RunFact.RunPaused(event.by(), event.reason(), true))
                .to(
                        new RunState.Paused(
                                s.run(), order(event), s.step(), s.attempt(), s.handOver(), s.deadline(), s.answer()),
                        "taken over by " + event.by());
    }

    private static Decision resume(RunState.Paused s, ResumeOrdered event) {
        DecisionBuilder story =
                new DecisionBuilder().tell(new RunFact.RunResumed(event.by(), event.reason(), event.note()));
        Run run = told(s.run(), event);
        // What was planned before a person went on by hand knows nothing of that.
        return event.note() != null || s.order().takenOver()
                ? Planning.askAnew(run, s.step(), s.attempt(), event.at(), story, "resumed")
                : Planning.goOn(run, s.step(), s.attempt(), s.answer(), event.at(), story, "resumed");
    }

    /** What a person did by hand stays known for the rest of the run. */
    static Run told(Run run, ResumeOrdered event) {
        return event.note() == null
                ? run.withBackground("The run was paused and resumed by " + event.by() + ": " + event.reason())
                : run.withBackground("Handed back by " + event.by() + ": " + event.note());
    }

    private static Decision nobodyCame(RunState.Paused s, Instant at) {
        return Ending.handedOver(
                s.run(), java.util.List.of(), Objects.requireNonNull(s.handOver()), at, new DecisionBuilder());
    }
}
