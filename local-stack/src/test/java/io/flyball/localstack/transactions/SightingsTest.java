package io.flyball.localstack.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.localstack.transactions.OpenTransaction.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SightingsTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final OpenTransaction ONE = new OpenTransaction(new Place("agent.alerts", 0, 9), 4, 0, 17);
    private static final OpenTransaction NEXT = new OpenTransaction(new Place("agent.alerts", 0, 9), 5, 0, 20);

    @Test
    @DisplayName("RUN-20 only what has been open for long is asked about")
    void patience() {
        Sightings seen = Sightings.none().after(List.of(ONE), NOON);
        assertThat(seen.suspects(PATIENCE, NOON.plusSeconds(14))).isEmpty();
        Sightings later = seen.after(List.of(ONE), NOON.plusSeconds(15));
        assertThat(later.suspects(PATIENCE, NOON.plusSeconds(15))).containsExactly(ONE);
    }

    @Test
    @DisplayName("RUN-20 a producer that ends one transaction and begins another is as good as new")
    void another() {
        Sightings seen = Sightings.none().after(List.of(ONE), NOON).after(List.of(NEXT), NOON.plusSeconds(10));
        assertThat(seen.suspects(PATIENCE, NOON.plusSeconds(20))).isEmpty();
        assertThat(seen.after(List.of(), NOON.plusSeconds(11)).since()).isEmpty();
    }

    @Test
    @DisplayName("RUN-20 what a coordinator knows of is not hanging: the same producer, topic and partition")
    void known() {
        assertThat(Sightings.hanging(List.of(ONE), Set.of(new Place("agent.alerts", 0, 9))))
                .isEmpty();
        assertThat(Sightings.hanging(
                        List.of(ONE),
                        Set.of(
                                new Place("agent.alerts", 0, 10),
                                new Place("agent.alerts", 1, 9),
                                new Place("agent.results", 0, 9))))
                .containsExactly(ONE);
    }
}
