package io.flyball.toolexecutor.process;

/** The permission to start had grown too old, so nothing was begun. */
public final class LateStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LateStart() {
        super("its permission to start had grown too old before it began");
    }
}
