package io.flyball.orchestrator.audit;

import io.flyball.schemas.audit.Head;
import java.time.Instant;
import java.util.List;

/**
 * Where a chain ends, and what came last.
 *
 * @param sequence the place of its last entry, from 1; 0 while it is empty
 * @param hash the hash of that entry; empty while it is empty
 * @param at when that entry got its place
 * @param known marks of the newest facts, the oldest first: one that is told again soon is known
 */
record ChainEnd(long sequence, String hash, Instant at, List<String> known) {
    static final ChainEnd EMPTY = new ChainEnd(0, "", Instant.EPOCH, List.of());

    ChainEnd {
        known = List.copyOf(known);
    }

    Head head() {
        return new Head(sequence, hash);
    }
}
