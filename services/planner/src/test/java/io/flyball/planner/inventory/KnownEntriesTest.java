package io.flyball.planner.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.catalogue.inventory.HealthAddress;
import io.flyball.catalogue.inventory.Inventory;
import io.flyball.catalogue.inventory.InventoryEntry;
import io.flyball.planner.plan.AlertFacts;
import io.flyball.planner.plan.EntryFacts;
import io.flyball.planner.plan.Remaining;
import io.flyball.planner.plan.Situation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("INV-3 what a run is about, for the planner")
class KnownEntriesTest {
    private final KnownEntries known = new KnownEntries(new Inventory(List.of(
            new InventoryEntry(
                    "till",
                    "service",
                    "staging",
                    null,
                    null,
                    null,
                    null,
                    List.of(new HealthAddress("http://127.0.0.1:9000/health")),
                    List.of("till-db")),
            new InventoryEntry(
                    "till-db",
                    "database",
                    "staging",
                    null,
                    null,
                    null,
                    null,
                    List.of(new HealthAddress("tcp://127.0.0.1:5432")),
                    null),
            new InventoryEntry("till-of-acme", "service", "staging", "acme", List.of("till"), null, null))));

    private static Situation situation(@Nullable String service, Map<String, String> inputs) {
        AlertFacts alert = service == null
                ? null
                : new AlertFacts("Slow", service, "critical", "s", false, Map.of(), Map.of(), Instant.EPOCH);
        return new Situation(
                "r:p1",
                "r",
                "first-responder",
                "staging",
                1,
                "g",
                inputs,
                false,
                alert,
                List.of(),
                List.of(),
                new Remaining(1, 1, 1, 1, 1, 1),
                List.of(),
                List.of(),
                Instant.EPOCH);
    }

    @Test
    @DisplayName("INV-3 the entry is that of the run's tenant, with its health and what it needs")
    void found() {
        assertThat(known.in(situation("till", Map.of())).entries())
                .containsExactly(new EntryFacts(
                        "till",
                        "service",
                        "staging",
                        List.of("http://127.0.0.1:9000/health"),
                        List.of(new EntryFacts.Needed("till-db", List.of("tcp://127.0.0.1:5432")))));
    }

    @Test
    @DisplayName("INV-3 a run without an alert is about the service that its inputs name")
    void withoutAlert() {
        assertThat(known.in(situation(null, Map.of("service", "till-db"))).entries())
                .extracting(EntryFacts::name)
                .containsExactly("till-db");
        assertThat(known.in(situation(null, Map.of())).entries()).isEmpty();
    }
}
