package io.flyball.orchestrator.run;

/** What kind of failure it was; only a TRANSIENT one is tried again. */
public enum ErrorClass {
    TRANSIENT,
    CONFIG,
    BUG,
    EXTERNAL
}
