package io.flyball.console.halt;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.console.halt.HaltView.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("STOP-9 who has confirmed")
class RollTest {
    private static final String ALL = "emergency_stop";
    private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");

    private final Roll roll = new Roll(Duration.ofSeconds(30), Duration.ofHours(1));

    @Test
    @DisplayName(
            "STOP-9 an order is confirmed when all live workers have answered it or a later one, and never by nobody")
    void confirmed() {
        assertThat(at(3, NOW).confirmed()).isFalse();
        sign("planner@a:1", "p", NOW);
        sign("governor@a:2", "g", NOW);
        answer("planner@a:1", "p", 3);
        assertThat(at(3, NOW).confirmed()).isFalse();
        assertThat(missing(at(3, NOW))).containsExactly("governor@a:2");

        answer("governor@a:2", "g", 4);
        assertThat(at(3, NOW).confirmed()).isTrue();
        assertThat(missing(at(4, NOW))).containsExactly("planner@a:1");
    }

    @Test
    @DisplayName("STOP-9 a receipt that comes twice, late or before its worker's sign changes nothing")
    void twice() {
        answer("planner@a:1", "p", 4);
        answer("planner@a:1", "p", 3);
        answer("planner@a:1", "p", 4);
        sign("planner@a:1", "p", NOW);
        assertThat(at(4, NOW).confirmed()).isTrue();
        assertThat(at(4, NOW).answers()).hasSize(1);
        assertThat(at(5, NOW).confirmed()).isFalse();
    }

    @Test
    @DisplayName(
            "STOP-9 a frozen worker is named as silent; one that ended, whose place another took, or that is silent for long is not")
    void silent() {
        sign("executor@a:1", "e", NOW.minusSeconds(31));
        assertThat(at(1, NOW).missing()).singleElement().satisfies(it -> {
            assertThat(it.silent()).isTrue();
            assertThat(it.lastSign()).isEqualTo(NOW.minusSeconds(31));
        });
        assertThat(at(1, NOW.minusSeconds(2)).missing())
                .singleElement()
                .satisfies(it -> assertThat(it.silent()).isFalse());

        sign("executor@a:1", "its successor", NOW);
        roll.left("executor@a:1", "e");
        assertThat(at(1, NOW).missing())
                .singleElement()
                .satisfies(it -> assertThat(it.silent()).isFalse());
        answer("executor@a:1", "its successor", 1);
        assertThat(at(1, NOW).confirmed()).isTrue();

        sign("executor@b:1", "gone", NOW.minus(Duration.ofMinutes(59)));
        assertThat(missing(at(1, NOW))).containsExactly("executor@b:1");
        assertThat(at(1, NOW.plus(Duration.ofMinutes(1))).confirmed()).isTrue();

        sign("planner@a:2", "p", NOW);
        assertThat(at(1, NOW).confirmed()).isFalse();
        roll.left("planner@a:2", "p");
        assertThat(missing(at(1, NOW))).containsExactly("executor@b:1");
    }

    private HaltView at(long epoch, Instant now) {
        return roll.of(ALL, epoch, now);
    }

    private static Set<String> missing(HaltView view) {
        return view.missing().stream().map(HaltView.Missing::worker).collect(Collectors.toSet());
    }

    private void sign(String place, String worker, Instant at) {
        roll.signed(place, worker, "service", at);
    }

    private void answer(String place, String worker, long epoch) {
        roll.answered(new Roll.Receipt(worker, ALL, epoch, new Answer(place, "service", 0, 0, 0, 0, 5, NOW)));
    }
}
