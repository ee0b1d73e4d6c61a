package io.flyball.orchestrator.admission;

import io.flyball.catalogue.inventory.Environments;
import io.flyball.catalogue.inventory.Inventory;
import io.flyball.catalogue.inventory.InventoryEntry;
import io.flyball.catalogue.inventory.Subject;
import io.flyball.orchestrator.run.AlertFacts;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where things take place: in the environment of the inventory's entry, whatever those say who bring them. */
final class Placing {
    private final Inventory inventory;

    Placing(Inventory inventory) {
        this.inventory = inventory;
    }

    Arrival place(Arrival arrival) {
        return switch (arrival) {
            case Arrival.AlertRaised alert -> placed(alert);
            case Arrival.Deployed it ->
                new Arrival.Deployed(
                        it.tenant(),
                        environment(entries(it.tenant(), it.release().service())),
                        it.release(),
                        it.at());
            case Arrival.RunWanted wanted -> new Arrival.RunWanted(placed(wanted.wish()), wanted.at());
            case Arrival.RunEnded ended -> ended;
            case Arrival.ActivityChanged news -> news;
            case Arrival.TimeToForget now -> now;
        };
    }

    private Arrival placed(Arrival.AlertRaised alert) {
        AlertFacts facts = alert.facts();
        List<InventoryEntry> entries =
                inventory.about(new Subject(alert.tenant(), facts.service(), facts.name(), facts.labels()));
        return alert.in(environment(entries), contradiction("alert", alert.environment(), entries));
    }

    /** Who asks for a run of no entry may name an environment: it gives the run no right, as every action is placed by what it touches. */
    RunRequest placed(RunRequest wish) {
        List<InventoryEntry> entries = entries(wish.tenant(), wish.service());
        return entries.isEmpty()
                ? wish
                : wish.in(environment(entries), contradiction("request", wish.environment(), entries));
    }

    private List<InventoryEntry> entries(String tenant, @Nullable String service) {
        return inventory.about(new Subject(tenant, service, "", Map.of()));
    }

    private static String environment(List<InventoryEntry> entries) {
        return Inventory.environment(entries);
    }

    /** The strictest is what a source writes that knows nothing, so it contradicts nobody. */
    private static @Nullable String contradiction(String what, String claimed, List<InventoryEntry> entries) {
        String governs = environment(entries);
        if (claimed.equals(governs) || claimed.equals(Environments.STRICTEST)) {
            return null;
        }
        String says = "The " + what + " says that it is about the environment " + claimed + ". ";
        return entries.isEmpty()
                ? says + "No entry of the inventory is about it, so it counts as " + governs + "."
                : says + "The inventory says " + governs + " for " + names(entries) + ", which holds.";
    }

    private static String names(List<InventoryEntry> entries) {
        return entries.stream().map(InventoryEntry::name).collect(Collectors.joining(", "));
    }
}
