package io.flyball.cli.status;

/**
 * One service or neighbour and how it is.
 *
 * @param detail what is wrong; empty if it is up
 */
public record Part(String name, State state, String url, String detail) {

    /** How a part is. */
    public enum State {
        UP,
        NOT_READY,
        DOWN
    }

    /** Whether it answers and is ready. */
    public boolean up() {
        return state == State.UP;
    }
}
