package io.flyball.bench.report;

import org.HdrHistogram.Histogram;

/** Times in milliseconds. */
public record Latency(double p50, double p99, double max) {
    private static final double NANOS_PER_MILLI = 1e6;

    /** Of a histogram of nanoseconds. */
    public static Latency of(Histogram nanos) {
        return new Latency(
                millis(nanos.getValueAtPercentile(50)),
                millis(nanos.getValueAtPercentile(99)),
                millis(nanos.getMaxValue()));
    }

    private static double millis(long nanos) {
        return Figures.rounded(nanos / NANOS_PER_MILLI);
    }
}
