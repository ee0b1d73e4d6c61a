package io.flyball.orchestrator.admission;

import static io.flyball.orchestrator.admission.Counter.NOW;
import static io.flyball.orchestrator.admission.Counter.alert;
import static io.flyball.orchestrator.admission.Counter.ended;
import static io.flyball.orchestrator.admission.Counter.firing;
import static io.flyball.orchestrator.admission.Counter.opened;
import static io.flyball.orchestrator.admission.Counter.wanted;
import static io.flyball.orchestrator.admission.Counter.wish;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CausesTest {
    private final Counter counter = new Counter();

    @Test
    @DisplayName("ING-5 an alert that a run caused joins that run instead of opening another of its agent")
    void sameAgentNeverAgain() {
        String run = opened(counter.only(firing("a", "shop", NOW)));
        assertThat(counter.only(alert("ticket", "ServiceDown", "desk", false, run, 1, NOW.plusSeconds(1))))
                .isInstanceOfSatisfying(
                        Answer.Join.class, it -> assertThat(it.run().runId()).isEqualTo(run));
        counter.take(ended(run, NOW.plusSeconds(2)));
        assertThat(counter.only(alert("ticket-2", "ServiceDown", "desk", false, run, 1, NOW.plusSeconds(3))))
                .isInstanceOf(Answer.Join.class);
        assertThat(counter.only(alert("ticket-3", "ServiceDown", "desk", false, run, 1, NOW.plus(Duration.ofHours(1)))))
                .isInstanceOfSatisfying(Answer.Refuse.class, it -> {
                    assertThat(it.why()).contains("same agent service-restorer");
                    assertThat(it.wish().alertId()).isNotNull();
                });
    }

    @Test
    @DisplayName("ING-5 a run that must not begin takes no place, and a repeat of its alert joins its record")
    void refusedTakesNoPlace() {
        String cause = opened(counter.only(firing("a", "shop", NOW)));
        counter.take(ended(cause, NOW));
        Instant late = NOW.plus(Duration.ofHours(1));
        var refused = (Answer.Refuse) counter.only(alert("ticket", "ServiceDown", "desk", false, cause, 1, late));
        String run = refused.wish().runId();
        assertThat(counter.known.openings().inAll()).isZero();
        counter.take(ended(run, late.plusSeconds(1)));
        assertThat(counter.only(alert("ticket", "ServiceDown", "desk", false, cause, 1, late.plusSeconds(2))))
                .isInstanceOfSatisfying(
                        Answer.Join.class, it -> assertThat(it.run().runId()).isEqualTo(run));
    }

    @Test
    @DisplayName("ING-5 another agent may take it, but not the first one behind it again, and not beyond the depth")
    void depthIsCapped() {
        String first = opened(counter.only(firing("a", "shop", NOW)));
        var second = (Answer.Open) counter.only(alert("b", "NobodyKnowsThis", "desk", false, first, 0, NOW));
        assertThat(second.wish().causalDepth()).isEqualTo(1);
        assertThat(counter.only(
                        alert("c", "ServiceDown", "x", false, second.wish().runId(), 0, NOW)))
                .isInstanceOf(Answer.Join.class);

        var third = (Answer.Open) counter.only(
                alert("d", "FlyballSelfCheck", "x", false, second.wish().runId(), 0, NOW));
        assertThat(third.wish().causalDepth()).isEqualTo(2);
        assertThat(counter.take(wanted(
                        wish(
                                "deep",
                                "another",
                                "x",
                                null,
                                Map.of(),
                                third.wish().runId()),
                        NOW)))
                .first()
                .isInstanceOfSatisfying(
                        Answer.Refuse.class, it -> assertThat(it.why()).contains("3 runs caused one another"));
    }

    @Test
    @DisplayName("ING-5 what names an unknown run opens one at depth 1, and it is told that nobody knows the cause")
    void unknownCause() {
        assertThat(counter.only(alert("a", "ServiceDown", "shop", false, "nobody", 0, NOW)))
                .isInstanceOfSatisfying(Answer.Open.class, it -> {
                    assertThat(it.wish().causalDepth()).isEqualTo(1);
                    assertThat(it.background())
                            .singleElement()
                            .asString()
                            .contains("nobody", "no such run is remembered");
                });
        assertThat(counter.only(alert("b", "ServiceDown", "cart", false, "nobody", 3, NOW)))
                .isInstanceOf(Answer.Refuse.class);
    }

    @Test
    @DisplayName(
            "ING-5 a request that a run caused opens no run of its agent; it exists, and ends at once with the reason")
    void requestsToo() {
        String run = opened(counter.only(firing("a", "shop", NOW)));
        assertThat(counter.only(wanted(wish("again", "service-restorer", "x", null, Map.of(), run), NOW)))
                .isInstanceOfSatisfying(
                        Answer.Refuse.class, it -> assertThat(it.why()).contains("same agent service-restorer"));
        assertThat(counter.known.run("again")).isPresent();
    }
}
