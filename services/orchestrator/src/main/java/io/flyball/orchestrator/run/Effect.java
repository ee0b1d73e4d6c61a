package io.flyball.orchestrator.run;

/** What an action does to the world. */
public enum Effect {
    READ,
    CHANGE,
    DESTRUCTIVE;

    /** Whether somebody has to look afterwards. */
    boolean changes() {
        return this != READ;
    }
}
