package io.flyball.bench.report;

/**
 * Runs opened by the clock and not by the end of others, each timed from when it was due.
 *
 * @param stepsPerSecond the rate that was kept up
 * @param runLatencyMs of whole runs
 */
public record OpenLoop(double stepsPerSecond, Latency runLatencyMs, Latency stepLatencyMs) {}
