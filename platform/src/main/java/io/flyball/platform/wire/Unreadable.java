package io.flyball.platform.wire;

/** A record that cannot be read, now or later; it belongs in the dead letters. The message says why. */
public final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    public Unreadable(String reason) {
        super(reason);
    }

    public Unreadable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
