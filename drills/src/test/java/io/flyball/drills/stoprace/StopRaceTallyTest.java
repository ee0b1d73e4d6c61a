package io.flyball.drills.stoprace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StopRaceTallyTest {
    private final StopRaceTally tally = new StopRaceTally();

    @Test
    @DisplayName("STOP-4 an effect before the stop is none after it, and one after it is counted, with how long after")
    void afterTheStop() {
        tally.add(1_000_000, List.of(1L, 999_999L, 1_000_000L), 5_000_000, 0);
        assertThat(tally.startsAfter()).isZero();

        tally.add(10_000_000, List.of(9L, 12_500_000L, 11_000_000L), 7_000_000, 0);
        assertThat(tally.startsAfter()).isEqualTo(2);
        assertThat(tally.trialsWithStarts()).isEqualTo(1);
        assertThat(tally.latestMillis()).isEqualTo(2.5);
        assertThat(tally.slowestTreesMillis()).isEqualTo(7.0);
    }

    @Test
    @DisplayName("STOP-2 STOP-4 one late effect, one slow process or one that is left breaks the drill")
    void broken() {
        assertThat(figures(0, 900, 0).good()).isTrue();
        assertThat(figures(1, 900, 0).broken()).hasSize(1);
        assertThat(figures(0, 1_001, 0).broken()).hasSize(1);
        assertThat(figures(0, 900, 3).broken()).hasSize(1);
    }

    private static StopRaceFigures figures(int starts, double trees, long left) {
        return new StopRaceFigures(
                "stop-race", 1, Map.of(Disturbance.NONE, 1), 9, 9, 1, starts, starts, 1.5, trees, left, 3.0, 7);
    }
}
