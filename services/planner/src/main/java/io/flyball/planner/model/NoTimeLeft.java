package io.flyball.planner.model;

/** The request's deadline is reached before a model could answer; the message says what took the time. */
public final class NoTimeLeft extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoTimeLeft(String message) {
        super(message);
    }
}
