package io.flyball.planner.inventory;

import io.flyball.catalogue.inventory.HealthAddress;
import io.flyball.catalogue.inventory.Inventory;
import io.flyball.catalogue.inventory.InventoryEntry;
import io.flyball.catalogue.inventory.Subject;
import io.flyball.planner.plan.AlertFacts;
import io.flyball.planner.plan.EntryFacts;
import io.flyball.planner.plan.Situation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what a run is about by the rule that admission places runs by, {@link Inventory#about}; there is no second one. */
public final class KnownEntries {
    private final Inventory inventory;

    public KnownEntries(Inventory inventory) {
        this.inventory = inventory;
    }

    /** The situation, with what the inventory has of it. */
    public Situation in(Situation situation) {
        return situation.about(
                inventory.about(subject(situation)).stream().map(this::facts).toList());
    }

    private static Subject subject(Situation situation) {
        AlertFacts alert = situation.alert();
        return alert == null
                ? new Subject(situation.tenant(), situation.service(), "", Map.of())
                : new Subject(situation.tenant(), situation.service(), alert.name(), alert.labels());
    }

    private EntryFacts facts(InventoryEntry entry) {
        return new EntryFacts(
                entry.name(),
                entry.kind(),
                entry.environment(),
                urls(entry.health()),
                Objects.requireNonNull(entry.dependsOn()).stream()
                        .flatMap(name -> inventory.entry(name).stream())
                        .map(needed -> new EntryFacts.Needed(needed.name(), urls(needed.health())))
                        .toList(),
                Objects.requireNonNull(entry.runs()));
    }

    private static List<String> urls(@Nullable List<HealthAddress> health) {
        return Stream.ofNullable(health)
                .flatMap(List::stream)
                .map(HealthAddress::url)
                .toList();
    }
}
