package io.flyball.diagnosis;

/** A probe's or a cause's file cannot be understood; the message names file, line and reason. */
public final class InvalidFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidFile(String message) {
        super(message);
    }

    public InvalidFile(String message, Throwable cause) {
        super(message, cause);
    }
}
