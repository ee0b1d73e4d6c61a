package io.flyball.localstack;

/** A neighbour did not come up. The message says which, why, and what to do. */
public final class NeighbourFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NeighbourFailed(String message) {
        super(message);
    }

    NeighbourFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
