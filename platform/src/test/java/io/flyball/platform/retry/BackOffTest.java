package io.flyball.platform.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BackOffTest {
    private final BackOff backOff = new BackOff(Duration.ofMillis(100), Duration.ofSeconds(1));

    @Test
    @DisplayName("RUN-7 pauses grow to the longest and begin anew after a success")
    void grows() {
        assertThat(Stream.generate(backOff::next).limit(6).map(Duration::toMillis))
                .containsExactly(100L, 200L, 400L, 800L, 1000L, 1000L);
        backOff.reset();
        assertThat(backOff.next()).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    @DisplayName("RUN-7 whoever does not want to go on does not wait")
    void endsEarly() {
        long began = System.nanoTime();
        new BackOff(Duration.ofMinutes(5), Duration.ofMinutes(5)).pause(() -> false);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMinutes(1));
    }
}
