package io.flyball.bench.load;

import io.flyball.bench.stack.ProcessFigures;

/**
 * Whose processor time is taken.
 *
 * @param measured the process in question
 * @param broker the broker's process
 */
public record Processors(long measured, long broker) {

    CpuTimes now() {
        return new CpuTimes(ProcessFigures.cpu(measured), ProcessFigures.cpu(broker));
    }
}
