package io.flyball.spending;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.testkit.Await;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every place where spending is counted must do. */
abstract class CountersContract {
    private static final Duration LONG = Duration.ofMinutes(5);
    final String mark = UUID.randomUUID().toString();
    final Counter small = new Counter("run:" + mark, "", "t", Unit.TOKENS, 100, null);
    final Counter large = new Counter("tenant:" + mark, "", "t", Unit.MICRO_DOLLARS, 1_000, null);

    /** Counters from which everything was lost. */
    abstract Counters lost();

    private Counters ready() {
        Counters counters = lost();
        counters.rebuild(Map.of());
        return counters;
    }

    private Hold hold(String call, long tokens, long micros) {
        return new Hold(mark + call, List.of(small, large), new Charge(tokens, micros), LONG);
    }

    private Settled settle(Counters counters, String call, long tokens, long micros) {
        return counters.settle(mark + call, List.of(small, large), new Charge(tokens, micros));
    }

    @Test
    @DisplayName("COST-4 a hold takes the most from every budget, and its settlement replaces it by what it cost")
    void holdsAndSettles() {
        Counters counters = ready();

        assertThat(counters.hold(hold("a", 60, 600))).isEqualTo(new HoldAnswer.Held());
        assertThat(counters.standing(small)).isEqualTo(new Counters.Standing(0, 60, 100));
        assertThat(settle(counters, "a", 10, 90).counted()).isTrue();
        assertThat(counters.standing(small)).isEqualTo(new Counters.Standing(10, 0, 100));
        assertThat(counters.standing(large)).isEqualTo(new Counters.Standing(90, 0, 1_000));
    }

    @Test
    @DisplayName("COST-4 a hold is given back without naming its counters, and no threshold is told by that")
    void givenBack() {
        Counters counters = ready();
        counters.hold(hold("a", 60, 600));

        assertThat(counters.settle(mark + "a", List.of(), Charge.NOTHING).crossings())
                .isEmpty();
        assertThat(counters.standing(small)).isEqualTo(new Counters.Standing(0, 0, 100));
        assertThat(counters.standing(large)).isEqualTo(new Counters.Standing(0, 0, 1_000));
    }

    @Test
    @DisplayName("COST-5 where one budget has no room nothing is taken from any, and it is named with what is used")
    void refusesAllOrNothing() {
        Counters counters = ready();
        counters.hold(hold("a", 60, 10));

        assertThat(counters.hold(hold("b", 41, 10))).isEqualTo(new HoldAnswer.Refused(small, 60, 100, 41, true));
        assertThat(counters.hold(hold("c", 1, 991))).isEqualTo(new HoldAnswer.Refused(large, 10, 1_000, 991, true));
        assertThat(counters.hold(hold("d", 41, 10))).isEqualTo(new HoldAnswer.Refused(small, 60, 100, 41, false));
        assertThat(counters.standing(large).held()).isEqualTo(10);
        assertThat(counters.hold(hold("e", 40, 990))).isEqualTo(new HoldAnswer.Held());
    }

    @Test
    @DisplayName("COST-4 a call is held once and settled once, by its id")
    void once() {
        Counters counters = ready();
        counters.hold(hold("a", 60, 600));

        assertThat(counters.hold(hold("a", 1, 1))).isInstanceOf(HoldAnswer.Repeated.class);
        settle(counters, "a", 10, 90);
        assertThat(settle(counters, "a", 10, 90)).isEqualTo(new Settled(false, List.of()));
        assertThat(counters.hold(hold("a", 1, 1))).isInstanceOf(HoldAnswer.Repeated.class);
        assertThat(counters.standing(small)).isEqualTo(new Counters.Standing(10, 0, 100));
    }

    @Test
    @DisplayName(
            "COST-4 an abandoned hold is released after its deadline and counts with its most, until its cost is told")
    void abandons() {
        Counters counters = ready();
        counters.hold(new Hold(mark + "a", List.of(small), new Charge(90, 0), Duration.ofMillis(50)));
        Await.that("nothing is held any more")
                .until(() -> counters.standing(small).held() == 0);
        assertThat(counters.standing(small)).isEqualTo(new Counters.Standing(90, 0, 100));
        assertThat(counters.hold(hold("b", 20, 0))).isInstanceOf(HoldAnswer.Refused.class);
        assertThat(counters.settle(mark + "a", List.of(small), new Charge(30, 0))
                        .counted())
                .isTrue();
        assertThat(counters.standing(small)).isEqualTo(new Counters.Standing(30, 0, 100));
        assertThat(counters.hold(hold("b", 20, 0))).isEqualTo(new HoldAnswer.Held());
    }

    @Test
    @DisplayName("COST-6 calls under way are held again after a loss, once, so that what they cost has its room")
    void adopts() {
        Counters counters = lost();
        counters.adopt(hold("a", 60, 0));
        counters.adopt(hold("a", 60, 0));
        counters.rebuild(Map.of(small, 30L));
        assertThat(counters.standing(small)).isEqualTo(new Counters.Standing(30, 60, 100));
        assertThat(counters.hold(hold("b", 11, 0))).isInstanceOf(HoldAnswer.Refused.class);
        settle(counters, "a", 5, 0);
        assertThat(counters.standing(small)).isEqualTo(new Counters.Standing(35, 0, 100));
    }

    @Test
    @DisplayName("COST-5 each threshold is told once")
    void thresholds() {
        Counters counters = ready();

        assertThat(settle(counters, "a", 49, 0).crossings()).isEmpty();
        assertThat(settle(counters, "b", 1, 0).crossings()).containsExactly(new Settled.Crossing(small, 50, 50, 100));
        assertThat(settle(counters, "c", 1, 0).crossings()).isEmpty();
        assertThat(settle(counters, "d", 49, 800).crossings())
                .containsExactly(
                        new Settled.Crossing(small, 100, 100, 100), new Settled.Crossing(large, 80, 800, 1_000));
        assertThat(settle(counters, "e", 5, 0).crossings()).isEmpty();
    }

    @Test
    @DisplayName("COST-6 after a loss nothing is spent until the ledger has told what was")
    void nothingBeforeItIsRebuilt() {
        Counters counters = lost();

        assertThat(counters.isReady()).isFalse();
        assertThat(counters.hold(hold("a", 1, 1))).isInstanceOf(HoldAnswer.Unclear.class);
        settle(counters, "late", 3, 0);
        counters.rebuild(Map.of(small, 95L));
        assertThat(counters.standing(small).used()).isEqualTo(98);
        assertThat(counters.hold(hold("b", 3, 1))).isEqualTo(new HoldAnswer.Refused(small, 98, 100, 3, true));
        assertThat(counters.hold(hold("c", 2, 1))).isEqualTo(new HoldAnswer.Held());
    }

    @Test
    @DisplayName("COST-6 what the ledger tells later only ever raises a counter")
    void neverLowers() {
        Counters counters = ready();
        settle(counters, "a", 10, 0);

        counters.rebuild(Map.of(small, 4L));
        assertThat(counters.standing(small).used()).isEqualTo(10);
        counters.rebuild(Map.of(small, 14L));
        assertThat(counters.standing(small).used()).isEqualTo(14);
    }

    @Test
    @DisplayName("COST-12 a raised budget has more room, never less; its thresholds are told anew")
    void raises() {
        Counters counters = ready();
        settle(counters, "a", 90, 0);
        assertThat(counters.hold(hold("b", 20, 0))).isEqualTo(new HoldAnswer.Refused(small, 90, 100, 20, true));
        assertThat(counters.raise(small, 200)).isTrue();
        assertThat(counters.raise(small, 150)).isFalse();
        assertThat(counters.standing(small)).isEqualTo(new Counters.Standing(90, 0, 200));
        assertThat(counters.hold(hold("c", 110, 0))).isEqualTo(new HoldAnswer.Held());
        assertThat(settle(counters, "c", 90, 0).crossings()).containsExactly(new Settled.Crossing(small, 80, 180, 200));
        assertThat(counters.hold(hold("d", 21, 0))).isEqualTo(new HoldAnswer.Refused(small, 180, 200, 21, true));
    }
}
