package io.flyball.console.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Ids are UUIDs of version 7")
class TimeOrderedIdsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T03:00:00.123Z");

    private final TimeOrderedIds ids = new TimeOrderedIds(Clock.fixed(NOW, ZoneOffset.UTC), new Random(7));

    @Test
    void versionVariantAndTime() {
        UUID id = UUID.fromString(ids.next());
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void ascendingWithinOneMillisecondAndBeyondItsCounter() {
        List<String> made = new ArrayList<>(
                IntStream.range(0, 10_000).mapToObj(_ -> ids.next()).toList());
        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void differentWhenManyAskAtOnce() {
        var made = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 20_000).parallel().forEach(_ -> made.add(ids.next()));
        assertThat(made).hasSize(20_000);
    }
}
