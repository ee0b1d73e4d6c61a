package io.flyball.planner.runbook;

/** The runbook needs something that is not there or cannot be used; the message says what. */
public final class CannotGoOn extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CannotGoOn(String message) {
        super(message);
    }

    CannotGoOn at(Place place, String step) {
        return new CannotGoOn(place + ", step " + step + ": " + getMessage());
    }
}
