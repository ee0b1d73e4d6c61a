package io.flyball.bench.report;

import java.util.Map;

/**
 * The figures of one contestant: the engine or the relay.
 *
 * @param stepLatencyMs per step, one run at a time
 * @param stepsPerSecond by the number of runs in flight
 * @param cpuSecondsPer1000Steps its own process, 64 runs in flight
 * @param brokerCpuSecondsPer1000Steps the broker's, at the same time
 * @param unfinished runs that never ended; anything but 0 is a fault
 */
public record Series(
        Latency stepLatencyMs,
        Map<Integer, Double> stepsPerSecond,
        double cpuSecondsPer1000Steps,
        double brokerCpuSecondsPer1000Steps,
        long unfinished) {
    /** Not measured. */
    public static final Series NONE =
            new Series(new Latency(Double.NaN, Double.NaN, Double.NaN), Map.of(), Double.NaN, Double.NaN, 0);
}
