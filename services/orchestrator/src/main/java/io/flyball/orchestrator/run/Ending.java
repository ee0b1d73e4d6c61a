package io.flyball.orchestrator.run;

import io.flyball.orchestrator.run.LimitCheck.Reached;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every way in which a run ends. */
final class Ending {
    /** At least so long late records find the closed run. */
    private static final Duration REMEMBERED = Duration.ofMinutes(30);

    /** Admission hears of the end a little later, and its cool-down begins there. */
    private static final Duration ON_THE_WAY = Duration.ofMinutes(1);

    private Ending() {}

    static Decision finished(Run run, List<Step> kept, Plan.Wants.Finish finish, Instant at, DecisionBuilder story) {
        return end(
                run,
                kept,
                new RunResult(finish.outcome(), "the planner finished", finish.summary(), finish.rootCause(), null, at),
                story);
    }

    static Decision impossible(Run run, String why, Instant at, DecisionBuilder story) {
        var handOver = new HandOver(why, "", List.of("Mend that, or what asked for it, and open the run again."));
        return end(run, List.of(), new RunResult(Outcome.FAILED, why, "", null, handOver, at), story);
    }

    /** An escalation ends the run, or lets it wait for a hand-back where that is configured. */
    static Decision handOver(Run run, int step, List<Step> kept, HandOver handOver, Instant at, DecisionBuilder story) {
        if (run.spec().limits().patience().handOver().isZero()) {
            return escalated(run, kept, handOver, at, story);
        }
        kept.forEach(turn -> story.command(new RunCommand.KeepStep(turn)));
        return Pausing.handOver(run, handOver, step + 1, at, story);
    }

    static Decision escalated(Run run, List<Step> kept, HandOver handOver, Instant at, DecisionBuilder story) {
        return handedOver(run, kept, handOver, at, story);
    }

    static Decision handedOver(Run run, List<Step> kept, HandOver handOver, Instant at, DecisionBuilder story) {
        HandOver whole = handOver.known().isBlank()
                ? new HandOver(handOver.reason(), Progress.known(run), handOver.nextSteps())
                : handOver;
        return end(run, kept, new RunResult(Outcome.ESCALATED, whole.reason(), whole.known(), null, whole, at), story);
    }

    static Decision stuck(Run run, List<Step> kept, Instant at, DecisionBuilder story) {
        var handOver = new HandOver(
                "the run repeats itself, and went on after it was told",
                Progress.known(run),
                List.of("Look at what it repeats, and go on by hand."));
        return end(run, kept, new RunResult(Outcome.STUCK, handOver.reason(), "", null, handOver, at), story);
    }

    /** A limit that is reached while actions are in flight ends them. */
    static Decision limit(RunState.Acting s, Reached reached, Instant at, DecisionBuilder story) {
        return end(s, limit(s.run(), reached, at), story);
    }

    static Decision limit(RunState.Delegating s, Reached reached, Instant at, DecisionBuilder story) {
        return end(s, limit(s.run(), reached, at), story);
    }

    static Decision limit(Run run, List<Step> kept, Reached reached, Instant at, DecisionBuilder story) {
        return end(run, kept, limit(run, reached, at), story);
    }

    private static RunResult limit(Run run, Reached reached, Instant at) {
        var handOver = new HandOver(
                reached.limit(), Progress.known(run), List.of("Look at the run's history and go on by hand."));
        return new RunResult(reached.outcome(), reached.limit(), "", null, handOver, at);
    }

    static Decision cancelled(RunState.Open state, RunEvent.CancelOrdered order) {
        DecisionBuilder story = new DecisionBuilder();
        String reason = "cancelled by " + order.by() + ": " + order.reason();
        var result = new RunResult(Outcome.CANCELLED, reason, summary(state.run(), reason), null, null, order.at());
        return switch (state) {
            case RunState.Acting s -> end(s, result, story);
            case RunState.Delegating s -> end(s, result, story);
            case RunState.Closing s -> Decision.stay(s, Awaited.why(s));
            case RunState.Queued _,
                    RunState.Planning _,
                    RunState.BackingOff _,
                    RunState.AwaitingAnswer _,
                    RunState.Paused _,
                    RunState.Held _ -> end(state.run(), List.of(), result, story);
        };
    }

    private static String summary(Run run, String reason) {
        return reason + ". " + Progress.known(run);
    }

    private static Decision end(RunState.Acting s, RunResult result, DecisionBuilder story) {
        story.command(new RunCommand.CancelTools(s.run(), result.reason()));
        return Awaited.changes(s.actions()).findAny().isPresent()
                ? Closing.begin(s, result, story)
                : end(s.run(), List.of(turn(s)), result, story);
    }

    private static Decision end(RunState.Delegating s, RunResult result, DecisionBuilder story) {
        DelegationOrders.cancelChildren(s, result.reason(), story);
        return s.tasks().stream().anyMatch(DelegatedStep::running)
                ? Closing.begin(s, result, story)
                : end(s.run(), List.of(Delegating.turn(s)), result, story);
    }

    /** All that was awaited has ended, or its time is up; what is known now goes into the result. */
    static Decision closed(RunState.Closing s, String unknown, Instant at, DecisionBuilder story) {
        RunResult begun = s.result();
        String known = Progress.known(s.run())
                + (unknown.isEmpty() ? "" : " Not known whether it took effect: " + unknown + ".");
        HandOver handOver = begun.handOver();
        var result = new RunResult(
                begun.outcome(),
                begun.reason(),
                handOver == null ? begun.reason() + ". " + known : begun.summary(),
                begun.rootCause(),
                handOver == null ? null : new HandOver(handOver.reason(), known, handOver.nextSteps()),
                at);
        return end(s.run(), List.of(new Step(s.step(), s.plan(), s.actions(), null)), result, story);
    }

    /** What a run that waits for this one is told. */
    static Finding finding(Run run, RunResult c, Parent to) {
        return new Finding(
                to.delegation(),
                run.spec().agent(),
                run.id(),
                c.outcome(),
                c.summary().isBlank() ? c.reason() : c.summary(),
                run.tally().confidence(),
                run.loops().recent().stream().map(LoopWatch.ActionTrace::text).toList(),
                c.handOver() == null ? List.of() : List.of(c.handOver().reason()),
                run.tally().llmCalls(),
                run.tally().tokens().total(),
                run.tally().costMicros(),
                run.tally().active(),
                run.alerts().looks());
    }

    private static Step turn(RunState.Acting s) {
        return new Step(s.step(), s.plan(), s.actions(), null);
    }

    private static Decision end(Run run, List<Step> kept, RunResult conclusion, DecisionBuilder story) {
        kept.forEach(turn -> story.command(new RunCommand.KeepStep(turn)));
        story.tell(new RunFact.RunEnded(
                        conclusion.outcome(), conclusion.reason(), conclusion.summary(), conclusion.rootCause()))
                .command(new RunCommand.Conclude(run, conclusion));
        run.listeners().forEach(to -> story.command(new RunCommand.Report(to, finding(run, conclusion, to))));
        Instant forgetAt = conclusion.at().plus(remembered(run.spec().limits().patience()));
        return story.to(
                new RunState.Ended(run.id(), conclusion.outcome(), forgetAt, watched(run, conclusion), false),
                conclusion.reason());
    }

    /** As long as anything may join it. */
    private static Duration remembered(Patience patience) {
        return Stream.of(REMEMBERED, patience.watch(), patience.coolDown().plus(ON_THE_WAY))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Only what is watched is kept whole; everything else would fill the memory for nothing. */
    private static RunState.@Nullable Closed watched(Run run, RunResult conclusion) {
        return conclusion.outcome() == Outcome.RESOLVED && run.alert() != null
                ? new RunState.Closed(run, conclusion)
                : null;
    }
}
