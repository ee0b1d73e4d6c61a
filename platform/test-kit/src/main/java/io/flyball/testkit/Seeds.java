package io.flyball.testkit;

import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;

/**
 * Seeds for random walks, as a {@code @MethodSource} gives them to a test with a {@code long} parameter. Other ones each
 * time; the test's name says which, and {@code -Dflyball.seed} repeats that one alone.
 */
public final class Seeds {

    static final String PROPERTY = "flyball.seed";

    private Seeds() {}

    public static Stream<Named<Long>> stream(int count) {
        return stream(count, System.getProperty(PROPERTY));
    }

    static Stream<Named<Long>> stream(int count, @Nullable String repeated) {
        var seeds = repeated == null
                ? ThreadLocalRandom.current().longs(count, 0, Integer.MAX_VALUE)
                : LongStream.of(Long.parseLong(repeated));
        return seeds.mapToObj(seed -> Named.of("seed %d (repeat by -D%s=%d)".formatted(seed, PROPERTY, seed), seed));
    }
}
