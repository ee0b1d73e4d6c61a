package io.flyball.orchestrator.run;

import java.time.Instant;

/** What can happen to a run. Every event brings its time. */
public sealed interface RunEvent {
    Instant at();

    /** Admission opened the run. */
    record Opened(RunSpec spec, Instant at) implements RunEvent {}

    /** An occurrence of the alert joined the run. */
    record AlertJoined(String alertId, String fingerprint, boolean resolved, Instant at) implements RunEvent {}

    /** The planner answered. */
    record PlanArrived(Plan plan, Instant at) implements RunEvent {}

    /** The governor answered. */
    record VerdictArrived(GovernorAnswer answer, Instant at) implements RunEvent {}

    /** The executor started an action. */
    record ToolStarted(String actionId, String executor, Instant at) implements RunEvent {}

    /** An action ended. */
    record ToolEnded(String actionId, ToolReport report, Instant at) implements RunEvent {}

    /** A person cancels the run. */
    record CancelOrdered(String by, String reason, Instant at) implements RunEvent {}

    /** The emergency stop is on. */
    record StopEngaged(String reason, Instant at) implements RunEvent {}

    /** Nothing is stopped any more. */
    record StopReleased(Instant at) implements RunEvent {}

    /** Time has passed. */
    record TimePassed(Instant at) implements RunEvent {}
}
