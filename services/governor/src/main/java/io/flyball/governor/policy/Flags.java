package io.flyball.governor.policy;

import io.flyball.catalogue.ToolEffect;
import io.flyball.catalogue.inventory.BlastRadius;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a person should look at before they answer. */
final class Flags {
    private Flags() {}

    static List<String> of(Proposal proposal, Nature nature, List<String> contradiction) {
        List<String> flags = new ArrayList<>(proposal.flags());
        flags.addAll(contradiction);
        if (proposal.tainted()) {
            flags.add("tainted: untrusted text with instructions in it has entered the run");
        }
        if (!nature.reversible() && nature.effect() != ToolEffect.READ) {
            flags.add("cannot be undone");
        }
        if (proposal.statedRisk() != null && proposal.statedRisk() != nature.risk()) {
            flags.add("the planner states risk " + proposal.statedRisk() + ", policy computes " + nature.risk());
        }
        return List.copyOf(flags);
    }

    /** What reaches beyond one entry is pointed out. */
    static Optional<String> reach(KnownAction action) {
        BlastRadius reach = action.place().reach();
        return action.reads() || reach.size() <= 1
                ? Optional.empty()
                : Optional.of("reaches " + reach.size() + " entries of the inventory: " + reach.words());
    }
}
