package io.flyball.orchestrator.run;

import io.flyball.orchestrator.run.DelegatedStep.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** Which delegated step may begin, what its specialist may use, and until when its answer is awaited. */
final class Specialists {
    private Specialists() {}

    static boolean couldStart(RunState.Delegating s) {
        return s.pause() == null
                && startable(s).isPresent()
                && s.tasks().stream().filter(DelegatedStep::running).count()
                        < s.run().spec().limits().specialists();
    }

    static Optional<DelegatedStep> startable(RunState.Delegating s) {
        return s.tasks().stream()
                .filter(t -> t.state() instanceof State.Waiting)
                .filter(t -> t.dependsOn().stream().allMatch(name -> verified(s, name)))
                .findFirst();
    }

    private static boolean verified(RunState.Delegating s, String name) {
        return s.tasks().stream().anyMatch(t -> t.name().equals(name) && t.verified());
    }

    /** Those that run now share a model limit, so they are not started all at once. */
    static Instant nextStart(RunState.Delegating s) {
        return s.tasks().stream()
                .map(DelegatedStep::state)
                .filter(State.Running.class::isInstance)
                .map(state -> ((State.Running) state).since().plus(Wake.BETWEEN_STARTS))
                .max(Comparator.naturalOrder())
                .orElse(s.startedAt());
    }

    /** Each specialist that is not done gets the same share of what is left. */
    static Remaining share(RunState.Delegating s) {
        int parts = (int) s.tasks().stream().filter(t -> !t.over()).count();
        Remaining left = s.run().remaining();
        return new Remaining(
                left.steps(),
                left.llmCalls() / parts,
                left.actions(),
                left.tokens() / parts,
                left.costMicros() / parts,
                left.activeTime());
    }

    /** The first whose answer is no longer awaited. */
    static Optional<DelegatedStep> overdue(RunState.Delegating s, Instant at) {
        return s.tasks().stream()
                .filter(DelegatedStep::running)
                .filter(t -> !at.isBefore(deadline(s.run(), t)))
                .findFirst();
    }

    /** When the next answer is due; empty while no specialist is at work. */
    static Optional<Instant> nextDeadline(RunState.Delegating s) {
        return s.tasks().stream()
                .filter(DelegatedStep::running)
                .map(t -> deadline(s.run(), t))
                .min(Comparator.naturalOrder());
    }

    private static Instant deadline(Run run, DelegatedStep task) {
        return ((State.Running) task.state()).since().plus(patience(run));
    }

    /** A specialist may itself wait for a person's answer, and that wait ends; what takes longer than it and all its work is lost. */
    static Duration patience(Run run) {
        Limits limits = run.spec().limits();
        return limits.patience().answer().plus(limits.activeTime());
    }

    /** What cannot begin any more, because what it depends on failed. */
    static Optional<DelegatedStep> hopeless(RunState.Delegating s) {
        return s.tasks().stream()
                .filter(t -> t.state() instanceof State.Waiting)
                .filter(t -> s.tasks().stream()
                        .anyMatch(other -> t.dependsOn().contains(other.name()) && other.over() && !other.verified()))
                .findFirst();
    }
}
