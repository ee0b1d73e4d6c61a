package io.flyball.cli.status;

/**
 * One service or neighbour and how it is.
 *
 * @param detail what is wrong; empty if it is up
 */
record Part(String name, State state, String url, String detail) {

    /** How a part is. */
    enum State {
        UP,
        NOT_READY,
        DOWN
    }

    boolean up() {
        return state == State.UP;
    }
}
