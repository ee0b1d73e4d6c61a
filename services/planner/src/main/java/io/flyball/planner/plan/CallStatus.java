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
    DRY_RUN,
    /** It waits for what another run holds. */
    WAITING
}
