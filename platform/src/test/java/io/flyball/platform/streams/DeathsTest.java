package io.flyball.platform.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DeathsTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    @DisplayName(
            "RUN-25 a few threads that die are replaced at once; more of them bring a pause that grows up to a minute")
    void pausesGrow() {
        Deaths deaths = Deaths.NONE;
        for (int i = 0; i < Deaths.REPLACED; i++) {
            deaths = deaths.and(START.plusSeconds(i));
            assertThat(deaths.tooMany()).isFalse();
        }
        Duration before = Duration.ZERO;
        for (int i = 0; i < 6; i++) {
            deaths = deaths.and(START.plusSeconds(10 + i));
            assertThat(deaths.tooMany()).isTrue();
            assertThat(deaths.pause()).isGreaterThan(before);
            before = deaths.pause();
        }
        for (int i = 0; i < 100; i++) {
            deaths = deaths.and(START.plusSeconds(20));
        }
        assertThat(deaths.pause()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    @DisplayName("RUN-25 it does not count as ready until it has run for longer than it paused")
    void isUncertain() {
        Deaths few = Deaths.NONE.and(START).and(START);
        assertThat(few.isUncertain(START)).isFalse();
        Deaths many = few.and(START).and(START);
        assertThat(many.pause()).isEqualTo(Duration.ofSeconds(1));
        assertThat(many.isUncertain(START.plusSeconds(11))).isTrue();
        assertThat(many.isUncertain(START.plusSeconds(12))).isFalse();
    }

    @Test
    @DisplayName("RUN-25 after some quiet minutes the deaths before are forgotten")
    void areForgotten() {
        Deaths deaths = Deaths.NONE;
        for (int i = 0; i < 10; i++) {
            deaths = deaths.and(START);
        }
        assertThat(deaths.at(START.plus(Deaths.REMEMBERED)).tooMany()).isFalse();
        assertThat(deaths.and(START.plus(Deaths.REMEMBERED)).recent()).hasSize(1);
    }

    @Test
    @DisplayName("RUN-25 threads keep dying since one moment, also while pauses are long, until it has been quiet")
    void hasABeginning() {
        Deaths deaths = Deaths.NONE;
        for (int i = 0; i < Deaths.REPLACED; i++) {
            deaths = deaths.and(START);
        }
        assertThat(deaths.since()).isNull();
        for (int minute = 1; minute < 10; minute++) {
            deaths = deaths.and(START.plusSeconds(60L * minute));
            assertThat(deaths.since()).isEqualTo(START.plusSeconds(60));
        }
        assertThat(deaths.at(START.plusSeconds(540).plus(Deaths.REMEMBERED)).since())
                .isNull();
    }
}
