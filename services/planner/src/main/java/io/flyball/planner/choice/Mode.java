package io.flyball.planner.choice;

/** Which planner decides. */
public enum Mode {
    /** The model where one is configured, else the runbook. */
    AUTO,
    /** The runbook, also where a model is configured. */
    RUNBOOK,
    /** The model; it is an error if none is configured. */
    MODEL
}
