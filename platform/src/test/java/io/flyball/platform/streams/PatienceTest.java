package io.flyball.platform.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private static final Duration USUAL = Duration.ofMillis(100);
    private static final Duration IN_QUIET = Duration.ofMillis(500);

    private final Patience patience = new Patience(Duration.ofSeconds(5), at(100));

    @Test
    @DisplayName("A thread waits as usual for five seconds after a record, and then for longer")
    void quiet() {
        assertThat(patience.at(at(104.9), USUAL)).isEqualTo(USUAL);
        assertThat(patience.at(at(105), USUAL)).isEqualTo(IN_QUIET);
        patience.restless(at(200));
        assertThat(patience.at(at(204.9), USUAL)).isEqualTo(USUAL);
        assertThat(patience.at(at(205), USUAL)).isEqualTo(IN_QUIET);
    }

    @Test
    void whoDoesNotWaitAtAllOrForLongIsLeftAlone() {
        assertThat(patience.at(at(200), Duration.ZERO)).isZero();
        assertThat(patience.at(at(200), Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(1));
    }

    private static long at(double seconds) {
        return (long) (seconds * 1e9);
    }
}
