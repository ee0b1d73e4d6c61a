package io.flyball.orchestrator.run;

import java.time.Instant;

/** Where one action stands. */
public sealed interface ActionState {

    /**
     * Before the governor.
     *
     * @param sent how often it was sent already, in vain; 0 in what an older version stored
     */
    record Proposed(int sent) implements ActionState {}

    /**
     * Before a person.
     *
     * @param sent as before
     */
    record AwaitingApproval(Instant deadline, Verdict held, int sent) implements ActionState {}

    /**
     * Allowed, waiting for its turn.
     *
     * @param sent as before
     */
    record Ready(Verdict allowed, int sent) implements ActionState {}

    /**
     * With the tool executor.
     *
     * @param dispatch which sending of the call it is, from 1
     */
    record Called(Verdict allowed, Instant at, int dispatch) implements ActionState {}

    /** It failed for a passing reason; it is called again then. */
    record Retrying(Verdict allowed, Instant until, int dispatch) implements ActionState {}

    /** It ran, or the executor would not run it. */
    record Finished(Verdict allowed, ToolResult report) implements ActionState {}

    /** Denied by the governor or a person. */
    record Denied(Verdict denied) implements ActionState {}

    /** Not tried, and why. */
    record Skipped(String why) implements ActionState {}

    /** Whether nothing more will happen to it. */
    default boolean over() {
        return switch (this) {
            case Finished _, Denied _, Skipped _ -> true;
            case Proposed _, AwaitingApproval _, Ready _, Called _, Retrying _ -> false;
        };
    }

    /** Whether a machine is at it. */
    default boolean atWork() {
        return switch (this) {
            case Proposed _, Called _, Retrying _ -> true;
            case AwaitingApproval _, Ready _, Finished _, Denied _, Skipped _ -> false;
        };
    }

    /** Whether only a person brings it on; what is ready waits for one while the run is paused. */
    default boolean waitsForPeople(boolean paused) {
        return switch (this) {
            case AwaitingApproval _ -> true;
            case Ready _ -> paused;
            case Proposed _, Called _, Retrying _, Finished _, Denied _, Skipped _ -> false;
        };
    }
}
