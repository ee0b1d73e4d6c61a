package io.flyball.toolexecutor.tools;

/** The agent may not do that; the message says why and what it may. */
public final class NotAllowed extends Exception {
    private static final long serialVersionUID = 1L;

    public NotAllowed(String reason) {
        super(reason);
    }
}
