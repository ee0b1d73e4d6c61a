package io.flyball.catalogue.programs;

import io.flyball.catalogue.ToolEffect;
import java.util.List;

/** A command as its program's grammar reads it. */
sealed interface Reading {

    /** Every word of it is known. */
    record Understood(ToolEffect effect, List<Use> uses) implements Reading {
        public Understood {
            uses = List.copyOf(uses);
        }
    }

    /** Something in it is not known, or is known to do harm. */
    record NotUnderstood(String reason) implements Reading {}
}
