package io.flyball.planner.plan;

/** How a planner can propose to end a run; every other outcome is for the orchestrator to find. */
public enum FinishOutcome {
    /** The trouble was there and is gone, verified. */
    RESOLVED,
    /** There was no trouble, and nothing was changed. */
    NOT_REPRODUCED
}
