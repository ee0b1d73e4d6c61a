package io.flyball.bench.relay;

/**
 * How many records a relay writes beside the one that it passes on, so that a run has as many records as the engine's in the end:
 * the engine writes history, state and more at each crossing.
 */
final class History {
    /** A run of three steps has so many records that cross; half of them are passed on by the relay. */
    static final int CROSSINGS = 18;

    private static final int PASSED_ON = CROSSINGS / 2;

    private final int perRun;
    private long passedOn;

    History(int recordsPerRun) {
        this.perRun = Math.max(0, recordsPerRun - CROSSINGS);
    }

    /** How many belong to the next record that is passed on. */
    int next() {
        passedOn++;
        return (int) (passedOn * perRun / PASSED_ON - (passedOn - 1) * perRun / PASSED_ON);
    }
}
