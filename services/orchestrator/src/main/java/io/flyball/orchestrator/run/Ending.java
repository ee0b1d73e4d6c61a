package io.flyball.orchestrator.run;

import io.flyball.orchestrator.run.LimitCheck.Reached;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Every way in which a run ends. */
final class Ending {
    /** Longer than any cool-down, so that late records and repeats of the alert find the closed run. */
    private static final Duration REMEMBERED = Duration.ofMinutes(30);

    private Ending() {}

    static Decision finished(Run run, List<Turn> kept, Plan.Wants.Finish finish, Instant at, Story story) {
        return end(
                run,
                kept,
                new Conclusion(
                        finish.outcome(), "the planner finished", finish.summary(), finish.rootCause(), null, at),
                story);
    }

    static Decision escalated(Run run, List<Turn> kept, HandOver handOver, Instant at, Story story) {
        return end(
                run,
                kept,
                new Conclusion(Outcome.ESCALATED, handOver.reason(), handOver.known(), null, handOver, at),
                story);
    }

    /** A limit that is reached while actions are in flight ends them. */
    static Decision limit(RunState.Acting s, Reached reached, Instant at, Story story) {
        story.command(new RunCommand.CancelTools(s.run(), reached.limit()));
        return limit(s.run(), List.of(turn(s)), reached, at, story);
    }

    static Decision limit(Run run, List<Turn> kept, Reached reached, Instant at, Story story) {
        var handOver = new HandOver(reached.limit(), "", List.of("Look at the run's history and go on by hand."));
        return end(run, kept, new Conclusion(reached.outcome(), reached.limit(), "", null, handOver, at), story);
    }

    static Decision cancelled(RunState.Open state, RunEvent.CancelOrdered order) {
        Story story = new Story();
        List<Turn> kept = state instanceof RunState.Acting s ? List.of(turn(s)) : List.of();
        if (!kept.isEmpty()) {
            story.command(new RunCommand.CancelTools(state.run(), order.reason()));
        }
        String reason = "cancelled by " + order.by() + ": " + order.reason();
        return end(state.run(), kept, new Conclusion(Outcome.CANCELLED, reason, "", null, null, order.at()), story);
    }

    private static Turn turn(RunState.Acting s) {
        return new Turn(s.step(), s.plan(), s.actions(), null);
    }

    private static Decision end(Run run, List<Turn> kept, Conclusion conclusion, Story story) {
        kept.forEach(turn -> story.command(new RunCommand.KeepTurn(turn)));
        return story.tell(new RunFact.RunEnded(
                        conclusion.outcome(), conclusion.reason(), conclusion.summary(), conclusion.rootCause()))
                .command(new RunCommand.Conclude(run, conclusion))
                .to(
                        new RunState.Ended(
                                run.id(), conclusion.outcome(), conclusion.at().plus(REMEMBERED)),
                        conclusion.reason());
    }
}
