package io.flyball.toolexecutor.process;

/** Why something that ran was ended from outside. */
public enum EndCause {
    TIMED_OUT,
    STOPPED,
    CANCELLED
}
