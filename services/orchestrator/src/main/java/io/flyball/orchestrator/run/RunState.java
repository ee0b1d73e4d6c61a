package io.flyball.orchestrator.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where a run stands. Each waiting state says what it waits for and until when. */
public sealed interface RunState {

    /** A run that goes on. */
    sealed interface Open extends RunState {
        Run run();
    }

    /** With the planner. */
    record Planning(Run run, int step, int attempt, String requestId, Instant deadline) implements Open {}

    /** A plan could not be made; it is asked for again after a while. */
    record BackingOff(Run run, int step, int attempt, Instant until) implements Open {}

    /** The actions of a step are being governed, approved and executed. */
    record Acting(Run run, int step, Plan plan, List<Action> actions) implements Open {
        public Acting {
            actions = List.copyOf(actions);
        }

        /** Whether all that it waits for is a person. */
        boolean waitsForPeople() {
            return actions.stream().anyMatch(a -> a.state() instanceof ActionState.AwaitingApproval)
                    && actions.stream()
                            .noneMatch(a -> a.state() instanceof ActionState.Proposed
                                    || a.state() instanceof ActionState.Called);
        }
    }

    /** The emergency stop or a kill switch is on; after its release the run goes on with that step. */
    record Held(Run run, String reason, int step, int attempt) implements Open {}

    /** The run is over; kept for a while so that late records find it. */
    record Ended(String runId, Outcome outcome, Instant forgetAt) implements RunState {}

    /** The same state with another run in it. */
    static Open with(Open state, Run run) {
        return switch (state) {
            case Planning s -> new Planning(run, s.step(), s.attempt(), s.requestId(), s.deadline());
            case BackingOff s -> new BackingOff(run, s.step(), s.attempt(), s.until());
            case Acting s -> new Acting(run, s.step(), s.plan(), s.actions());
            case Held s -> new Held(run, s.reason(), s.step(), s.attempt());
        };
    }

    /** Whether time counts against the limit of active time. */
    default boolean atWork() {
        return switch (this) {
            case Planning _, BackingOff _ -> true;
            case Acting s -> !s.waitsForPeople();
            case Held _, Ended _ -> false;
        };
    }

    /** When somebody must look at it again, even if nothing arrives. */
    default Optional<Instant> wakeAt() {
        return switch (this) {
            case Planning s -> Optional.of(earlier(s.deadline(), outOfTime(s.run())));
            case BackingOff s -> Optional.of(earlier(s.until(), outOfTime(s.run())));
            case Acting s -> s.waitsForPeople() ? Optional.empty() : Optional.of(outOfTime(s.run()));
            case Held _ -> Optional.empty();
            case Ended s -> Optional.of(s.forgetAt());
        };
    }

    private static Instant outOfTime(Run run) {
        return run.tally().countedTo().plus(run.remaining().activeTime());
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
