package io.flyball.governor.policy;

import io.flyball.catalogue.inventory.BlastRadius;
import io.flyball.catalogue.inventory.Inventory;
import io.flyball.catalogue.inventory.InventoryEntry;
import io.flyball.catalogue.inventory.Touched;
import io.flyball.governor.policy.Profile.Ruling;
import java.util.List;
import java.util.Optional;

/**
 * Where an action takes place: the inventory's word, whatever environment the run says that it is in.
 *
 * @param entries what it touches; empty if the inventory does not know
 * @param known whether there is an inventory at all
 * @param reach how far a change of them reaches
 */
record Place(List<InventoryEntry> entries, boolean known, BlastRadius reach) {

    Place {
        entries = List.copyOf(entries);
    }

    static Place of(Inventory inventory, Touched touched) {
        List<InventoryEntry> covering = inventory.covering(touched);
        return new Place(covering, !inventory.isEmpty(), inventory.blastRadius(covering));
    }

    /** One in that environment, where nobody has said where it is. */
    Place or(String environment, String tenant) {
        boolean said = !entries.isEmpty() || environment.equals("incident");
        return said
                ? this
                : new Place(
                        List.of(new InventoryEntry("explained", "host", environment, tenant, null, null, null)),
                        known,
                        reach);
    }

    /** The environment that governs; the strictest for what the inventory does not know. */
    String environment() {
        return Inventory.environment(entries);
    }

    /** What can be said against the action because of where it takes place. */
    Optional<Ruling> objection(KnownAction action) {
        String tenant = action.proposal().run().tenant();
        Optional<InventoryEntry> foreign =
                entries.stream().filter(entry -> !tenant.equals(entry.tenant())).findFirst();
        if (foreign.isPresent()) {
            return Optional.of(new Ruling(
                    Sorting.FORBID,
                    "foreign-tenant",
                    foreign.get().name() + " belongs to the tenant "
                            + foreign.get().tenant() + ", the run to " + tenant));
        }
        return action.reads() || !entries.isEmpty() ? Optional.empty() : Optional.of(unknown(action));
    }

    private Ruling unknown(KnownAction action) {
        return known
                ? new Ruling(
                        Sorting.FORBID,
                        "not-in-inventory",
                        "no entry of the inventory covers " + CommandText.of(action)
                                + ", and what no entry covers is looked at, never changed")
                : new Ruling(
                        Sorting.REQUIRE_APPROVAL,
                        "no-inventory",
                        "there is no inventory, so nobody has said where " + CommandText.of(action) + " takes place");
    }

    /** For people: where the run's own word differs. */
    Optional<String> contradiction(Proposal proposal) {
        String claimed = proposal.run().environment();
        return entries.isEmpty() || claimed.equals(environment())
                ? Optional.empty()
                : Optional.of("the run says " + claimed + ", the inventory says " + environment()
                        + ", and the inventory's word holds");
    }
}
