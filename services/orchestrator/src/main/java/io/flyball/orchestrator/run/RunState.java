package io.flyball.orchestrator.run;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a run stands. Each waiting state says what it waits for and until when. */
public sealed interface RunState {

    /** A run that goes on. */
    sealed interface Open extends RunState {
        Run run();
    }

    /** Accepted; its turn has not come. */
    record Queued(Run run, String reason) implements Open {}

    /** With the planner. */
    record Planning(Run run, int step, int attempt, String requestId, Instant deadline) implements Open {}

    /** A plan could not be made; it is asked for again after a while. */
    record BackingOff(Run run, int step, int attempt, Instant until) implements Open {}

    /**
     * The actions of a step are being governed, approved and executed.
     *
     * @param pause what the run does once the step is over; null means that it goes on
     * @param held why nothing begins while a stop is on, and no time counts; null means that none is known here
     */
    record Acting(
            Run run,
            int step,
            Plan plan,
            List<Action> actions,
            @Nullable PauseOrder pause,
            @Nullable String held) implements Open {
        public Acting {
            actions = List.copyOf(actions);
        }

        /** Whether nothing may begin. */
        boolean halted() {
            return pause != null || held != null;
        }

        /** Whether a stop holds it: what is with the executor ends first, and says so. */
        public boolean canBeHeld() {
            return held == null
                    && actions.stream().noneMatch(a -> a.state() instanceof ActionState.Called)
                    && actions.stream().anyMatch(a -> a.state().atWork());
        }

        /** Whether all that it waits for is a person. */
        boolean waitsForPeople() {
            return actions.stream().anyMatch(a -> a.state().waitsForPeople(halted()))
                    && actions.stream().noneMatch(a -> a.state().atWork());
        }
    }

    /**
     * Specialists are at steps of the plan.
     *
     * @param pause what the run does once those that run have ended, and why none begins; null means that it goes on
     * @param workedTo until when specialists' time at work has been counted
     */
    record Delegating(
            Run run,
            int step,
            Plan plan,
            List<DelegatedStep> tasks,
            Instant startedAt,
            Instant nextReport,
            @Nullable PauseOrder pause,
            Instant workedTo)
            implements Open {
        public Delegating {
            tasks = List.copyOf(tasks);
            workedTo = Objects.requireNonNullElse(workedTo, startedAt);
        }

        Delegating in(Run newRun, List<DelegatedStep> newTasks) {
            return new Delegating(newRun, step, plan, newTasks, startedAt, nextReport, pause, workedTo);
        }

        Delegating pausedBy(@Nullable PauseOrder order) {
            return new Delegating(run, step, plan, tasks, startedAt, nextReport, order, workedTo);
        }

        Delegating reportingAt(Instant report) {
            return new Delegating(run, step, plan, tasks, startedAt, report, pause, workedTo);
        }

        Delegating workedUntil(Instant counted) {
            return new Delegating(run, step, plan, tasks, startedAt, nextReport, pause, counted);
        }
    }

    /** A person has been asked. */
    record AwaitingAnswer(Run run, int step, String question, Instant deadline) implements Open {}

    /**
     * A person, or an escalation, has paused it; with a hand-over it ends as escalated once the deadline has passed.
     *
     * @param step the step that it goes on with
     * @param answer the plan for that step, if it came during the pause
     */
    record Paused(
            Run run,
            PauseOrder order,
            int step,
            int attempt,
            @Nullable HandOver handOver,
            @Nullable Instant deadline,
            @Nullable Plan answer)
            implements Open {

        Paused with(Run newRun, @Nullable Plan newAnswer) {
            return new Paused(newRun, order, step, attempt, handOver, deadline, newAnswer);
        }
    }

    /**
     * The emergency stop or a kill switch is on; after its release the run goes on with that step.
     *
     * @param answer the plan for that step, if it came meanwhile
     */
    record Held(
            Run run,
            String reason,
            int step,
            int attempt,
            @Nullable Plan answer) implements Open {}

    /**
     * The run is over, but changes are still with the executor, or specialists at work: their ends are awaited until the deadline, so
     * that the result can name what was changed and what is not known.
     *
     * @param result how it ends, as far as that is known
     * @param nextCancel when specialists are cancelled again
     */
    record Closing(
            Run run,
            int step,
            Plan plan,
            List<Action> actions,
            List<DelegatedStep> tasks,
            RunResult result,
            Instant deadline,
            Instant nextCancel)
            implements Open {
        public Closing {
            actions = List.copyOf(actions);
            tasks = List.copyOf(tasks);
        }

        Closing in(Run newRun, List<Action> newActions, List<DelegatedStep> newTasks) {
            return new Closing(newRun, step, plan, newActions, newTasks, result, deadline, nextCancel);
        }

        Closing until(Instant later) {
            return new Closing(run, step, plan, actions, tasks, result, later, nextCancel);
        }

        Closing cancellingAt(Instant next) {
            return new Closing(run, step, plan, actions, tasks, result, deadline, next);
        }
    }

    /**
     * The run is over; kept for a while so that late records find it, and watched.
     *
     * @param closed how it ended; null for a run that an older version ended
     * @param returned whether its alert came back
     */
    record Ended(
            String runId,
            Outcome outcome,
            Instant forgetAt,
            @Nullable Closed closed,
            boolean returned) implements RunState {}

    /** What is kept of a run that has ended. */
    record Closed(Run run, RunResult conclusion) {}

    /** The same state with another run in it. */
    static Open with(Open state, Run run) {
        return switch (state) {
            case Queued s -> new Queued(run, s.reason());
            case Planning s -> new Planning(run, s.step(), s.attempt(), s.requestId(), s.deadline());
            case BackingOff s -> new BackingOff(run, s.step(), s.attempt(), s.until());
            case Acting s -> new Acting(run, s.step(), s.plan(), s.actions(), s.pause(), s.held());
            case Delegating s -> s.in(run, s.tasks());
            case AwaitingAnswer s -> new AwaitingAnswer(run, s.step(), s.question(), s.deadline());
            case Paused s -> s.with(run, s.answer());
            case Held s -> new Held(run, s.reason(), s.step(), s.attempt(), s.answer());
            case Closing s -> s.in(run, s.actions(), s.tasks());
        };
    }

    /** Whether time counts against the limit of active time; that of specialists counts against their own. */
    default boolean atWork() {
        return switch (this) {
            case Planning _, BackingOff _ -> true;
            case Acting s -> !s.halted() && !s.waitsForPeople();
            case Queued _, Delegating _, AwaitingAnswer _, Paused _, Held _, Closing _, Ended _ -> false;
        };
    }

    /** Whether it waits for machines, whose time does not pass while the engine is away. */
    default boolean waitsForMachines() {
        return this instanceof Delegating || this instanceof Closing || atWork();
    }

    /** Whose answer it waits for, if these are services whose absence must not be its own time. */
    default Set<Answerer> waitsFor() {
        return switch (this) {
            case Planning _ -> Set.of(Answerer.PLANNER);
            case Acting s -> s.halted() ? Set.of() : Wake.answerers(s);
            // A run that closes has its deadline, after which a change counts as UNKNOWN.
            case BackingOff _, Queued _, Delegating _, AwaitingAnswer _, Paused _, Held _, Closing _, Ended _ ->
                Set.of();
        };
    }

    /** When somebody must look at it again, even if nothing arrives. */
    default Optional<Instant> wakeAt() {
        return switch (this) {
            case Planning s -> Optional.of(Wake.earlier(s.deadline(), Wake.outOfTime(s.run())));
            case BackingOff s -> Optional.of(Wake.earlier(s.until(), Wake.outOfTime(s.run())));
            case Acting s -> s.halted() ? Optional.empty() : Wake.acting(s);
            case Delegating s -> Wake.delegating(s);
            case AwaitingAnswer s -> Optional.of(s.deadline());
            case Paused s -> Optional.ofNullable(s.deadline());
            case Queued _, Held _ -> Optional.empty();
            case Closing s -> Optional.of(Wake.closing(s));
            case Ended s -> Optional.of(s.forgetAt());
        };
    }
}
