package io.flyball.orchestrator.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A coordinator whose alerts are looked at by specialists; parent and specialists are real runs, each told step by step. */
class SpecialistsLooksTest {
    private static final String SHOP = "service:shop";
    private static final String CART = "service:cart";

    private final Given parent = Given.anOpenRun();
    private final List<Given> specialists = new ArrayList<>();

    @BeforeEach
    void anotherAlert() {
        parent.happens(Given.joins("fp-2", "cart", false, parent.now, parent.now));
        parent.looksAround();
        parent.plans(new Plan.Wants.Delegate(List.of(
                new Plan.Delegation("a", "db-expert", "look at the shop", List.of()),
                new Plan.Delegation("b", "net-expert", "look at the cart", List.of()))));
        parent.timePasses(Duration.ofSeconds(2));
        for (RunCommand.OpenChild open : parent.commands(RunCommand.OpenChild.class)) {
            specialists.add(child(open));
        }
    }

    private Given child(RunCommand.OpenChild open) {
        RunSpec like = Given.spec(Limits.DEFAULT, parent.now);
        var child = new Given();
        child.now = parent.now;
        child.happens(new RunEvent.Opened(
                new RunSpec(
                        open.task().childRunId(),
                        like.tenant(),
                        "run:" + Given.RUN,
                        open.task().agent(),
                        like.environment(),
                        open.task().goal(),
                        Map.of(),
                        false,
                        null,
                        new Parent(Given.RUN, open.task().name(), open.task().attempt()),
                        null,
                        1,
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        Limits.DEFAULT,
                        like.traceparent(),
                        child.now),
                child.now));
        return child;
    }

    private Given specialist(int index) {
        Given one = specialists.get(index);
        one.now = parent.now;
        return one;
    }

    private void looks(int index, String target) {
        specialist(index)
                .proposes(Given.action(0, "look", target, false, List.of()))
                .allows(0, Effect.READ)
                .ends(0, ToolResult.Status.SUCCEEDED);
    }

    private void reports(int index) {
        Given one = specialist(index).finishes(Outcome.RESOLVED);
        Finding finding = one.commands(RunCommand.Report.class).getFirst().finding();
        parent.happens(new RunEvent.ChildEnded(finding, 1, parent.now));
    }

    private boolean saysResolved() {
        parent.finishes(Outcome.RESOLVED);
        return parent.state instanceof RunState.Ended;
    }

    private String refusal() {
        return parent.facts(RunFact.DecisionRefused.class).getLast().reason();
    }

    @Test
    @DisplayName("RUN-17 what specialists have looked at counts for the alerts of their coordinator")
    void counts() {
        looks(0, SHOP);
        looks(1, CART);
        reports(0);
        reports(1);
        assertThat(saysResolved()).isTrue();
    }

    @Test
    @DisplayName("RUN-17 what no specialist has looked at is still to be looked at")
    void lacks() {
        looks(0, SHOP);
        reports(0);
        reports(1);
        assertThat(saysResolved()).isFalse();
        assertThat(refusal()).contains("HighLatency on cart").doesNotContain("ServiceUnavailable");
    }

    @Test
    @DisplayName("RUN-17 what a specialist saw before it, or another one, had changed something says nothing any more")
    void changeInBetween() {
        looks(0, SHOP);
        looks(1, CART);
        reports(0);
        parent.after(Duration.ofSeconds(1));
        specialist(1).changes("restart", CART);
        parent.after(Duration.ofSeconds(1));
        specialist(1).verifies(CART);
        reports(1);
        assertThat(saysResolved()).isFalse();
        assertThat(refusal()).contains("ServiceUnavailable on shop").doesNotContain("HighLatency");
    }

    @Test
    @DisplayName("RUN-17 it makes no difference which of two specialists reports first")
    void changeReportedFirst() {
        looks(0, SHOP);
        parent.after(Duration.ofSeconds(1));
        specialist(1).changes("restart", CART);
        parent.after(Duration.ofSeconds(1));
        specialist(1).verifies(CART);
        reports(1);
        reports(0);
        assertThat(saysResolved()).isFalse();
        assertThat(refusal()).contains("ServiceUnavailable on shop").doesNotContain("HighLatency");
    }

    @Test
    @DisplayName("RUN-17 an alert that joins after a specialist's look has not been looked at")
    void joinsLater() {
        looks(0, SHOP);
        looks(1, CART);
        parent.after(Duration.ofSeconds(1));
        parent.happens(Given.joins("fp-3", "store", false, parent.now, parent.now));
        parent.happens(Given.joins("fp-4", "cart", false, parent.now, parent.now));
        reports(0);
        reports(1);
        assertThat(saysResolved()).isFalse();
        assertThat(refusal()).contains("HighLatency on store").containsOnlyOnce("HighLatency on cart");
    }

    @Test
    @DisplayName("RUN-17 a look carries a bounded text, and only the newest looks are told")
    void bounded() {
        Looks looks = Looks.NONE;
        for (int i = 0; i < 100; i++) {
            looks = looks.plus(new Look("a-" + i, "x".repeat(10_000), parent.now));
        }
        assertThat(looks.made()).hasSize(Looks.KEPT);
        assertThat(looks.made().getLast().actionId()).isEqualTo("a-99");
        assertThat(looks.made().getLast().about()).hasSize(500);
    }
}
