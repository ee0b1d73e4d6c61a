package io.flyball.orchestrator.run;

import java.time.Instant;

/** Where one action stands. */
public sealed interface ActionState {

    /** Before the governor. */
    record Proposed() implements ActionState {}

    /** Before a person. */
    record AwaitingApproval(Instant deadline, GovernorAnswer held) implements ActionState {}

    /** Allowed, waiting for its turn. */
    record Ready(GovernorAnswer allowed) implements ActionState {}

    /** With the tool executor. */
    record Called(GovernorAnswer allowed, Instant at) implements ActionState {}

    /** It ran, or the executor would not run it. */
    record Finished(GovernorAnswer allowed, ToolReport report) implements ActionState {}

    /** Denied by the governor or a person. */
    record Denied(GovernorAnswer denied) implements ActionState {}

    /** Not tried, because what should come before it did not succeed. */
    record Skipped(String why) implements ActionState {}

    /** Whether nothing more will happen to it. */
    default boolean over() {
        return switch (this) {
            case Finished _, Denied _, Skipped _ -> true;
            case Proposed _, AwaitingApproval _, Ready _, Called _ -> false;
        };
    }
}
