package io.flyball.toolexecutor.claim;

/** The claims cannot be read or written now; trying again may help. */
public final class ClaimsUnreachable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ClaimsUnreachable(String message, Throwable cause) {
        super(message, cause);
    }
}
