package io.flyball.planner.plan;

/** How a tool call stands or ended. */
public enum CallStatus {
    STARTED,
    SUCCEEDED,
    FAILED,
    TIMED_OUT,
    REFUSED,
    STOPPED,
    CANCELLED,
    UNKNOWN,
    DRY_RUN
}
