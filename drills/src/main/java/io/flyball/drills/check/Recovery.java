package io.flyball.drills.check;

import java.util.List;

/**
 * How long it took after faults until things moved again, milliseconds.
 *
 * @param p50 half of them took no longer
 * @param max the longest
 * @param measured how many faults were followed by something that could be measured
 */
public record Recovery(long p50, long max, int measured) {

    /** Zero where nothing was measured. */
    public static Recovery of(List<Long> millis) {
        List<Long> sorted = millis.stream().sorted().toList();
        return sorted.isEmpty()
                ? new Recovery(0, 0, 0)
                : new Recovery(sorted.get((sorted.size() - 1) / 2), sorted.getLast(), sorted.size());
    }
}
