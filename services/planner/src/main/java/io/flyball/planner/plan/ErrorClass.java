package io.flyball.planner.plan;

/** What kind of failure it was; what follows is the orchestrator's affair. */
public enum ErrorClass {
    TRANSIENT,
    CONFIG,
    BUG,
    EXTERNAL
}
