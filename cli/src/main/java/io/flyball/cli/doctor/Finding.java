package io.flyball.cli.doctor;

/**
 * What was looked at and what was seen.
 *
 * @param check what was looked at, for example {@code topic agent.alerts}
 * @param detail what is so, and what to do where something is wrong
 */
record Finding(String check, State state, String detail) {

    /** How it is. */
    enum State {
        OK,
        PROBLEM,
        /** It could not be looked at, so that nobody knows. */
        NOT_SEEN
    }

    static Finding ok(String check, String detail) {
        return new Finding(check, State.OK, detail);
    }

    static Finding problem(String check, String detail) {
        return new Finding(check, State.PROBLEM, detail);
    }

    static Finding notSeen(String check, String detail) {
        return new Finding(check, State.NOT_SEEN, detail);
    }
}
