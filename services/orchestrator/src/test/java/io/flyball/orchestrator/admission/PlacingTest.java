package io.flyball.orchestrator.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.catalogue.inventory.Inventory;
import io.flyball.catalogue.inventory.InventoryEntry;
import io.flyball.orchestrator.run.AlertFacts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Where what arrives takes place")
class PlacingTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private final Placing placing = new Placing(new Inventory(List.of(
            new InventoryEntry("shop", "service", "production", null, null, null, null),
            new InventoryEntry("lab", "service", "development", null, null, null, null))));

    @ParameterizedTest
    @CsvSource({
        "shop, development, production, true",
        "shop, incident, production, true",
        "shop, production, production, false",
        "lab, production, development, false",
        "lab, staging, development, true",
        "nobody, development, production, true",
        "nobody, production, production, false",
        ", development, production, true",
    })
    @DisplayName(
            "INV-4 an alert gets the entry's environment, and without an entry production; a claim of another one is noted")
    void alerts(@Nullable String service, String claimed, String governs, boolean noted) {
        var placed = (Arrival.AlertRaised) placing.place(alert(service, claimed));
        assertThat(placed.environment()).isEqualTo(governs);
        assertThat(placed.contradiction() != null).isEqualTo(noted);
        if (noted) {
            assertThat(placed.contradiction()).contains(claimed).contains(governs);
        }
    }

    @Test
    @DisplayName("INV-4 deployments are placed like alerts, so that they are found by the runs that they concern")
    void deployments() {
        for (String claimed : List.of("development", "production")) {
            var release = new Deployment("d1", "shop", "2", null, "ci", "", null, NOON);
            var placed = (Arrival.Deployed) placing.place(new Arrival.Deployed("default", claimed, release, NOON));
            assertThat(placed.environment()).isEqualTo("production");
        }
    }

    @Test
    @DisplayName("INV-4 who asks for a run on an entry gets the entry's environment, and is told")
    void requests() {
        var shop = Counter.wish("r1", "self-check", "look", null, Map.of("service", "shop"), null)
                .in("development", null);
        var placed = ((Arrival.RunWanted) placing.place(new Arrival.RunWanted(shop, NOON))).wish();
        assertThat(placed.environment()).isEqualTo("production");
        assertThat(placed.note()).contains("development").contains("shop");
    }

    private static Arrival.AlertRaised alert(@Nullable String service, String claimed) {
        var facts = new AlertFacts(
                "f1",
                "ServiceDown",
                service,
                "critical",
                false,
                "alertmanager",
                Map.of("environment", claimed),
                Map.of(),
                NOON,
                null,
                0);
        return new Arrival.AlertRaised("a1", "default", claimed, facts, null, 0, NOON);
    }
}
