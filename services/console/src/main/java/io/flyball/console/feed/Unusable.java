package io.flyball.console.feed;

/** A record that cannot be used, now or later: it becomes a dead letter with this reason. */
public final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    public Unusable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
