package io.flyball.bench.load;

/** What a scenario tells of its runs. */
public interface Progress {
    /** A step of the run begins; if one was going on, it has ended. */
    void step(String runId);

    /** The run has ended. */
    void ended(String runId);
}
