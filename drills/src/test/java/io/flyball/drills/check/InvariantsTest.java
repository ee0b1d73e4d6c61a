package io.flyball.drills.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.drills.check.Evidence.Accepted;
import io.flyball.drills.check.Evidence.Result;
import io.flyball.drills.check.Evidence.Transition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class InvariantsTest {
    private final List<Accepted> accepted = new ArrayList<>(List.of(new Accepted("a", "run-a"), new Accepted("b", "")));
    private final List<Transition> transitions = new ArrayList<>(List.of(
            new Transition("run-a", 1, "RunOpened"),
            new Transition("run-b", 1, "RunOpened"),
            new Transition("run-a", 2, "RunEnded"),
            new Transition("run-b", 2, "RunEnded")));
    private final List<Result> results = new ArrayList<>(
            List.of(new Result("run-a", "", "RESOLVED", true, 0), new Result("run-b", "b", "ESCALATED", true, 0)));
    private final Map<String, Integer> effects = new HashMap<>(Map.of("a", 1));
    private final List<String> unhealthy = new ArrayList<>();

    private Invariants found() {
        return Invariants.of(new Evidence(
                accepted,
                Map.of("run-a", "a", "run-b", "b"),
                transitions,
                results,
                effects,
                effects.keySet(),
                unhealthy));
    }

    @Test
    @DisplayName("RUN-20 nothing is broken where every accepted run and alert ended once, by an unbroken sequence")
    void clean() {
        Invariants found = found();

        assertThat(found.broken()).isEmpty();
        assertThat(found.ended()).isEqualTo(2);
        assertThat(found.outcomes()).isEqualTo(Map.of("RESOLVED", 1, "ESCALATED", 1));
    }

    @Test
    @DisplayName("RUN-20 a run without a result is stuck")
    void lostRun() {
        results.removeFirst();

        assertThat(found().stuck()).containsExactly("a (run run-a), last RunEnded (2) of run run-a");
        assertThat(found().ended()).isEqualTo(1);
        assertThat(found().broken()).singleElement().asString().contains("without a result", "run-a");
    }

    @Test
    @DisplayName("RUN-20 an alert whose run is nobody's knowledge is stuck")
    void lostAlert() {
        results.removeLast();
        transitions.removeLast();

        assertThat(found().stuck()).containsExactly("b, last RunOpened (1) of run run-b");
    }

    @Test
    @DisplayName("RUN-20 a result that comes twice is found")
    void endedTwice() {
        results.add(results.getFirst());

        assertThat(found().endedTwice()).containsExactly("a (run run-a)");
        assertThat(found().broken()).hasSize(1);
    }

    @Test
    @DisplayName("RUN-14 a result that is published again as not effective is no second end")
    void notEffective() {
        results.add(new Result("run-a", "", "RESOLVED", false, 0));

        assertThat(found().broken()).isEmpty();
    }

    @Test
    @DisplayName("RUN-20 an effect that happened twice is found")
    void doubledEffect() {
        effects.put("a", 2);

        assertThat(found().effectsTwice()).containsExactly("a: 2 times");
        assertThat(found().broken()).hasSize(1);
    }

    @Test
    @DisplayName("RUN-3 a run that is resolved without its effect is found")
    void missingEffect() {
        effects.clear();

        assertThat(found().effectsMissing()).containsExactly("a (run run-a)");
    }

    @Test
    @DisplayName("RUN-20 a gap in a run's events is found")
    void gap() {
        transitions.set(2, new Transition("run-a", 3, "RunEnded"));

        assertThat(found().gaps()).containsExactly("run run-a: event 3 (RunEnded) stands where 2 should be");
    }

    @Test
    @DisplayName("RUN-20 an event that comes twice is found")
    void repeatedEvent() {
        transitions.add(1, transitions.getFirst());

        assertThat(found().gaps()).singleElement().asString().contains("run-a", "event 1");
    }

    @Test
    @DisplayName("RUN-20 an event after the end is found, unless it concerns an ended run")
    void afterTheEnd() {
        transitions.add(new Transition("run-b", 3, "AlertJoined"));
        assertThat(found().gaps()).isEmpty();

        transitions.add(new Transition("run-b", 4, "PlanRequested"));
        assertThat(found().gaps()).containsExactly("run run-b: PlanRequested after its end");
    }

    @Test
    @DisplayName("RUN-20 a second end is found")
    void secondEnd() {
        transitions.add(new Transition("run-b", 3, "RunEnded"));

        assertThat(found().gaps()).containsExactly("run run-b: RunEnded after its end");
    }

    @Test
    @DisplayName("RUN-20 a service that does not come back is found")
    void unhealthy() {
        unhealthy.add("planner: it does not answer");

        assertThat(found().broken()).singleElement().asString().contains("planner");
    }

    @Test
    @DisplayName("RUN-20 a sentence names five and says that there are more")
    void manyAreShortened() {
        results.clear();
        accepted.clear();
        for (int i = 0; i < 7; i++) {
            accepted.add(new Accepted("k" + i, ""));
        }

        assertThat(found().broken())
                .containsExactly("7 accepted, but without a result: k0, no event; k1, no event; k2, no event; "
                        + "k3, no event; k4, no event; ...");
        assertThat(Set.copyOf(found().stuck())).hasSize(7);
    }
}
