package io.flyball.planner.model;

/** No model could be asked before the request's deadline, or none may be for longer than that; the message says why. */
public final class NoTimeLeft extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoTimeLeft(String message) {
        super(message);
    }
}
