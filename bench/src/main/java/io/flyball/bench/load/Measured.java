package io.flyball.bench.load;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/**
 * What was measured in one window.
 *
 * @param runs runs that ended in it
 * @param steps steps that ended in it
 * @param time its length
 * @param cpu processor time that the measured process used in it
 * @param brokerCpu and the broker
 * @param stepNanos how long steps took, of runs opened in it
 * @param runNanos how long runs took from when they were due, of runs opened in it
 * @param unfinished runs that had not ended when the patience ended
 */
public record Measured(
        long runs,
        long steps,
        Duration time,
        Duration cpu,
        Duration brokerCpu,
        Histogram stepNanos,
        Histogram runNanos,
        long unfinished) {

    public double runsPerSecond() {
        return runs / (time.toNanos() / 1e9);
    }

    public double stepsPerSecond() {
        return steps / (time.toNanos() / 1e9);
    }

    /** Processor seconds of the measured process for a thousand steps. */
    public double cpuSecondsPer1000Steps() {
        return steps == 0 ? Double.NaN : cpu.toNanos() / 1e9 / steps * 1000;
    }

    /** Processor seconds of the broker for a thousand steps. */
    public double brokerCpuSecondsPer1000Steps() {
        return steps == 0 ? Double.NaN : brokerCpu.toNanos() / 1e9 / steps * 1000;
    }
}
