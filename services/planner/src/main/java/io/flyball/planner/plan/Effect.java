package io.flyball.planner.plan;

/** What a tool does to the world. */
public enum Effect {
    READ,
    CHANGE,
    DESTRUCTIVE
}
