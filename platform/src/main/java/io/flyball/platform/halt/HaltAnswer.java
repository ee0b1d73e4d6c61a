package io.flyball.platform.halt;

import java.time.Instant;
import java.util.Set;

/**
 * What a worker says to an order.
 *
 * @param had what ran, or was ended for it
 * @param ended what was ended for it
 * @param left what still ran when a later order overtook it
 * @param finishing how much may come to its own end
 */
record HaltAnswer(
        HaltOrder order,
        Instant heardAt,
        Instant at,
        Set<String> had,
        Set<String> ended,
        Set<String> left,
        int finishing) {

    HaltAnswer {
        had = Set.copyOf(had);
        ended = Set.copyOf(ended);
        left = Set.copyOf(left);
    }
}
