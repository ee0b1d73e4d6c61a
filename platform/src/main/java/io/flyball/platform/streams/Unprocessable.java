package io.flyball.platform.streams;

/**
 * A record that cannot be processed, thrown by a processor that has taken care of what follows from that: the record goes to the dead
 * letters, and what was written and forwarded before is kept.
 */
public final class Unprocessable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Unprocessable(RuntimeException why) {
        super(why.getMessage() == null ? why.toString() : why.getMessage(), why);
    }
}
