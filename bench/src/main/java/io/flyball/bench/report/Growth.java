package io.flyball.bench.report;

/**
 * Figures after so many past runs.
 *
 * @param pastRuns seeded
 * @param pastRunsInAll with those that warmed the engine up
 * @param readyAfterSeconds from the start of the engine's process until every partition had its state
 * @param stepsPerSecond with 64 runs in flight
 */
public record Growth(
        int pastRuns,
        long pastRunsInAll,
        double readyAfterSeconds,
        Latency stepLatencyMs,
        double stepsPerSecond,
        long residentMegabytes) {}
