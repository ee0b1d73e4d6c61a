package io.flyball.platform.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.StreamsException;
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
            deaths = deaths.and(START.plusSeconds(i), false);
            assertThat(deaths.tooMany()).isFalse();
        }
        Duration before = Duration.ZERO;
        for (int i = 0; i < 6; i++) {
            deaths = deaths.and(START.plusSeconds(10 + i), false);
            assertThat(deaths.tooMany()).isTrue();
            assertThat(deaths.pause()).isGreaterThan(before);
            before = deaths.pause();
        }
        for (int i = 0; i < 100; i++) {
            deaths = deaths.and(START.plusSeconds(20), false);
        }
        assertThat(deaths.pause()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    @DisplayName("RES-1 RUN-25 what passes by itself is waited for five seconds at most, and never without a pause")
    void passing() {
        Deaths deaths = Deaths.NONE;
        for (int i = 0; i < 100; i++) {
            deaths = deaths.and(START, true);
        }
        assertThat(deaths.pause()).isEqualTo(Duration.ofSeconds(5));
        assertThat(deaths.isUncertain(START.plusSeconds(19))).isTrue();
        assertThat(deaths.isUncertain(START.plusSeconds(20))).isFalse();
        assertThat(deaths.and(START, false).pause()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    @DisplayName("RES-1 a broker or topics that are not there pass by themselves, a mistake in the code does not")
    void whatPasses() {
        assertThat(Passing.byItself(new StreamsException(new TimeoutException("no broker"))))
                .isTrue();
        assertThat(Passing.byItself(new MissingSourceTopicException("no topic")))
                .isTrue();
        assertThat(Passing.byItself(new StreamsException(new IllegalStateException("a mistake"))))
                .isFalse();
    }

    @Test
    @DisplayName("RUN-25 it does not count as ready until it has run for longer than it paused")
    void isUncertain() {
        Deaths few = Deaths.NONE.and(START, false).and(START, false);
        assertThat(few.isUncertain(START)).isFalse();
        Deaths many = few.and(START, false).and(START, false);
        assertThat(many.pause()).isEqualTo(Duration.ofSeconds(1));
        assertThat(many.isUncertain(START.plusSeconds(11))).isTrue();
        assertThat(many.isUncertain(START.plusSeconds(12))).isFalse();
    }

    @Test
    @DisplayName("RUN-25 after some quiet minutes the deaths before are forgotten")
    void areForgotten() {
        Deaths deaths = Deaths.NONE;
        for (int i = 0; i < 10; i++) {
            deaths = deaths.and(START, false);
        }
        assertThat(deaths.at(START.plus(Deaths.REMEMBERED)).tooMany()).isFalse();
        assertThat(deaths.and(START.plus(Deaths.REMEMBERED), false).recent()).hasSize(1);
    }

    @Test
    @DisplayName("RUN-25 threads keep dying since one moment, also while pauses are long, until it has been quiet")
    void hasABeginning() {
        Deaths deaths = Deaths.NONE;
        for (int i = 0; i < Deaths.REPLACED; i++) {
            deaths = deaths.and(START, false);
        }
        assertThat(deaths.since()).isNull();
        for (int minute = 1; minute < 10; minute++) {
            deaths = deaths.and(START.plusSeconds(60L * minute), false);
            assertThat(deaths.since()).isEqualTo(START.plusSeconds(60));
        }
        assertThat(deaths.at(START.plusSeconds(540).plus(Deaths.REMEMBERED)).since())
                .isNull();
    }
}
