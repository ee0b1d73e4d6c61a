package io.flyball.toolexecutor.process;

/** How a program ended. */
public sealed interface ProcessEnd {
    Output output();

    /** By itself, with that code. */
    record Exited(int code, Output output) implements ProcessEnd {}

    /** It was ended, and all its children with it. */
    record Ended(EndCause cause, Output output) implements ProcessEnd {}
}
