package io.flyball.diagnosis;

/**
 * How sure a hypothesis is, by a stated rule. A supported one begins at 0.7; each thing that speaks for it beside what must be
 * seen adds 0.05, four at most; each thing that would refute it and that nobody has seen takes 0.05, three at most. An open one
 * has at most 0.4, by how much of what must be seen is seen. A refuted one has none.
 */
final class Confidence {
    private Confidence() {}

    static double supported(Trial trial) {
        long more = trial.pro().size() - trial.heldMusts();
        return 0.7 + 0.05 * Math.min(4, more) - 0.05 * Math.min(3, trial.unknownRefutations());
    }

    static double open(Trial trial) {
        return 0.1 + 0.3 * trial.heldMusts() / Math.max(1, trial.must().size());
    }
}
