package io.flyball.platform.halt;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.platform.halt.HaltEvent.Looked;
import io.flyball.platform.halt.HaltEvent.OrderHeard;
import io.flyball.platform.halt.HaltEvent.OrdersRead;
import io.flyball.testkit.Seeds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("STOP-9 when a worker answers an order")
class HaltMachineTest {
    private static final Instant AT = Instant.parse("2026-11-28T08:00:00Z");
    private static final String ALL = "emergency_stop";
    private static final String TOOL = "kill_switch:tool:t";

    private final HaltMachine machine = new HaltMachine();
    private final List<HaltAnswer> answers = new ArrayList<>();
    private HaltState state = HaltState.INITIAL;

    @Test
    @DisplayName("STOP-9 not before everybody here has looked and what ran has ended; what begins later does not count")
    void afterTheEnd() {
        read();
        hear(stop(3), 7);
        looked(7, Set.of("a"), Set.of());
        assertThat(answers).isEmpty();

        looked(8, Set.of("a", "b"), Set.of("c"));
        looked(9, Set.of("b", "late"), Set.of("c", "a"));
        assertThat(answers).isEmpty();

        looked(9, Set.of("late"), Set.of("c", "a"));
        assertThat(answers).singleElement().satisfies(answer -> {
            assertThat(answer.order()).isEqualTo(stop(3));
            assertThat(answer.had()).containsExactlyInAnyOrder("a", "b", "c");
            assertThat(answer.ended()).containsExactlyInAnyOrder("a", "c");
            assertThat(answer.left()).isEmpty();
        });
        looked(10, Set.of(), Set.of());
        assertThat(answers).hasSize(1);
    }

    @Test
    @DisplayName("STOP-9 an order that is read again, or comes late, gets no second answer")
    void once() {
        read();
        hear(stop(3), 0);
        hear(stop(3), 0);
        hear(release(2), 0);
        looked(1, Set.of(), Set.of());
        hear(stop(3), 1);
        looked(2, Set.of(), Set.of());
        assertThat(answers).extracting(HaltAnswer::order).containsExactly(stop(3));
    }

    @Test
    @DisplayName(
            "STOP-9 a release that overtakes a stop at once: both are answered, and the stop says what it had not ended")
    void overtaken() {
        read();
        hear(stop(3), 0);
        hear(release(4), 0);
        looked(1, Set.of("a"), Set.of("b"));
        assertThat(answers).extracting(HaltAnswer::order).containsExactly(stop(3), release(4));
        assertThat(answers.getFirst().left()).containsExactly("a");
        assertThat(answers.getLast().had()).isEmpty();
    }

    @Test
    @DisplayName("STOP-9 who starts answers the newest order of each target, and no older one")
    void atTheStart() {
        hear(stop(1), 0);
        hear(release(2), 0);
        hear(stop(3), 0);
        hear(new HaltOrder(TOOL, "kill", true, 1), 0);
        looked(5, Set.of(), Set.of());
        assertThat(answers).isEmpty();
        read();
        looked(6, Set.of(), Set.of());
        assertThat(answers)
                .extracting(HaltAnswer::order)
                .containsExactlyInAnyOrder(stop(3), new HaltOrder(TOOL, "kill", true, 1));
    }

    static Stream<Named<Long>> seeds() {
        return Seeds.stream(3);
    }

    @ParameterizedTest(
            name = "STOP-9 by chance: each order is answered once, each target's in turn, nothing stays open: {0}")
    @MethodSource("seeds")
    void walk(long seed) {
        Random random = new Random(seed);
        read();
        Map<String, Long> epochs = new HashMap<>();
        List<HaltOrder> given = new ArrayList<>();
        Set<String> running = new HashSet<>();
        long looks = 0;
        for (int i = 0; i < 5_000; i++) {
            switch (random.nextInt(4)) {
                case 0 -> {
                    String target = random.nextBoolean() ? ALL : TOOL;
                    long epoch = epochs.merge(target, 1L + random.nextInt(3), Long::sum);
                    HaltOrder order = new HaltOrder(target, "o" + i, random.nextBoolean(), epoch);
                    given.add(order);
                    hear(order, looks);
                }
                case 1 -> running.add("w" + i);
                case 2 -> running.clear();
                default -> looked(++looks, running, Set.of());
            }
        }
        looked(++looks, Set.of(), Set.of());
        looked(++looks, Set.of(), Set.of());
        assertThat(state.open()).as("seed %d", seed).isEmpty();
        for (String target : Arrays.asList(ALL, TOOL)) {
            assertThat(answers)
                    .as("seed %d", seed)
                    .extracting(HaltAnswer::order)
                    .filteredOn(order -> order.target().equals(target))
                    .containsExactlyElementsOf(given.stream()
                            .filter(order -> order.target().equals(target))
                            .toList());
        }
    }

    private static HaltOrder stop(long epoch) {
        return new HaltOrder(ALL, "order-" + epoch, true, epoch);
    }

    private static HaltOrder release(long epoch) {
        return new HaltOrder(ALL, "order-" + epoch, false, epoch);
    }

    private void read() {
        apply(new OrdersRead(0, AT));
    }

    private void hear(HaltOrder order, long looks) {
        apply(new OrderHeard(order, looks, AT));
    }

    private void looked(long looks, Set<String> running, Set<String> ended) {
        HaltWork work = new HaltWork(running, ended, 0);
        apply(new Looked(looks, Map.of(ALL, work, TOOL, work), AT));
    }

    private void apply(HaltEvent event) {
        HaltDecision decision = machine.decide(state, event);
        assertThat(decision.why()).isNotBlank();
        state = decision.next();
        answers.addAll(decision.answers());
    }
}
