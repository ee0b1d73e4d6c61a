package io.flyball.bench.load;

import java.time.Duration;

/** Processor time so far. */
record CpuTimes(Duration measured, Duration broker) {
    static final CpuTimes NONE = new CpuTimes(Duration.ZERO, Duration.ZERO);

    CpuTimes since(CpuTimes earlier) {
        return new CpuTimes(measured.minus(earlier.measured), broker.minus(earlier.broker));
    }
}
