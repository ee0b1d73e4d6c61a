package io.flyball.drills.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RecoveryTest {
    @Test
    @DisplayName("RUN-20 half of the recoveries took no longer than p50, none longer than max")
    void ofSeveral() {
        assertThat(Recovery.of(List.of(30L, 10L, 50L, 20L))).isEqualTo(new Recovery(20, 50, 4));
        assertThat(Recovery.of(List.of(7L))).isEqualTo(new Recovery(7, 7, 1));
    }

    @Test
    @DisplayName("RUN-20 nothing measured is said to be nothing measured")
    void ofNone() {
        assertThat(Recovery.of(List.of())).isEqualTo(new Recovery(0, 0, 0));
    }
}
