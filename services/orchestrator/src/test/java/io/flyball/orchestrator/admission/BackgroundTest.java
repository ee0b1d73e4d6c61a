package io.flyball.orchestrator.admission;

import static io.flyball.orchestrator.admission.Counter.NOW;
import static io.flyball.orchestrator.admission.Counter.firing;
import static io.flyball.orchestrator.admission.Counter.opened;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BackgroundTest {
    private final Counter counter = new Counter();

    @Test
    @DisplayName("ING-9 a run is told what was deployed to its service before the alert, newest first")
    void toldAtTheOpening() {
        deploy("1", "shop", "v40", NOW.minusSeconds(7_200));
        deploy("2", "shop", "v41", NOW.minusSeconds(720));
        deploy("3", "cart", "v9", NOW.minusSeconds(60));
        deploy("2", "shop", "v41", NOW.minusSeconds(720));

        assertThat(counter.only(firing("a", "shop", NOW)))
                .isInstanceOfSatisfying(
                        Answer.Open.class,
                        it -> assertThat(it.background())
                                .containsExactly(
                                        "Deployed 12 min before the alert: shop v41 (was before) by ci: a change",
                                        "Deployed 2 h before the alert: shop v40 (was before) by ci: a change"));
    }

    @Test
    @DisplayName("ING-9 an open run of the service is told what is deployed meanwhile")
    void toldMeanwhile() {
        String run = opened(counter.only(firing("a", "shop", NOW)));
        counter.take(firing("b", "cart", NOW));
        assertThat(deploy("1", "shop", "v42", NOW.plusSeconds(5)))
                .singleElement()
                .isInstanceOfSatisfying(Answer.Tell.class, it -> {
                    assertThat(it.run().runId()).isEqualTo(run);
                    assertThat(it.line())
                            .isEqualTo("Deployed while this run was open: shop v42 (was before) by ci: a change");
                });
    }

    @Test
    @DisplayName("ING-9 the last ten of a service are remembered, for a day")
    void bounded() {
        for (int i = 0; i < 30; i++) {
            deploy("d" + i, "shop", "v" + i, NOW.plusSeconds(i));
        }
        assertThat(((Answer.Open) counter.only(firing("a", "shop", NOW.plusSeconds(60)))).background())
                .hasSize(10)
                .first()
                .asString()
                .contains("v29");
        counter.take(new Arrival.TimeToForget(NOW.plusSeconds(86_430)));
        assertThat(counter.known.all(Fact.RecentReleases.class)).isEmpty();
    }

    private List<Answer> deploy(String id, String service, String version, Instant at) {
        var release = new Deployment(id, service, version, "before", "ci", "a change", null, at);
        return counter.take(new Arrival.Deployed("default", "production", release, at));
    }
}
