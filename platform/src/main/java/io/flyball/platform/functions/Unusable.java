package io.flyball.platform.functions;

/** Thrown by a function for a record that it cannot use now or later: it becomes a dead letter with this reason. */
public final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Unusable(String reason, Throwable cause) {
        super(reason, cause);
    }

    static boolean isIn(Throwable failure) {
        return in(failure) instanceof Unusable;
    }

    /** The one in its causes, for messages arrive wrapped several times; else the innermost cause. */
    static Throwable in(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof Unusable || cause == null ? failure : in(cause);
    }
}
