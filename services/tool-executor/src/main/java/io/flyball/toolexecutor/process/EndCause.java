package io.flyball.toolexecutor.process;

/** Why something that ran was ended from outside. */
public enum EndCause {
    TIMED_OUT,
    STOPPED,
    CANCELLED,
    /** Another run may change the same thing by now. */
    LOCK_LOST
}
