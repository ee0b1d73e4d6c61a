package io.flyball.planner.casework;

import io.flyball.planner.plan.PastAction;
import java.util.Optional;

/** Before or after a remedy; what was seen before a change says nothing about after it. */
enum Phase {
    BEFORE("probe:"),
    AFTER("again:");

    private final String prefix;

    Phase(String prefix) {
        this.prefix = prefix;
    }

    /** The label of the action that makes that probe. */
    String label(String probe) {
        return prefix + probe;
    }

    /** The probe that this action made; empty if it made none, or in the other phase. */
    Optional<String> probe(PastAction action) {
        String label = action.label();
        return label != null && label.startsWith(prefix)
                ? Optional.of(label.substring(prefix.length()))
                : Optional.empty();
    }
}
