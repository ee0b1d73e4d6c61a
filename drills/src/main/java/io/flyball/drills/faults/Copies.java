package io.flyball.drills.faults;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Which records are published again and how much later; the same seed says the same of the same record. Pure. */
final class Copies {
    private static final int MOST_COPIES = 2;
    private static final int MOST_LATER_MILLIS = 2_500;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Copies() {}

    /** How many milliseconds later each copy comes; none for one record in three. */
    static List<Integer> of(long seed, String topic, int partition, long offset) {
        SplittableRandom chance =
                new SplittableRandom(seed ^ (topic.hashCode() * GOLDEN) ^ (partition * 31L + offset) * GOLDEN);
        return IntStream.range(0, chance.nextInt(MOST_COPIES + 1))
                .mapToObj(_ -> chance.nextInt(MOST_LATER_MILLIS))
                .toList();
    }
}
