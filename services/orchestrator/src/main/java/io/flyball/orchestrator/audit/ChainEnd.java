package io.flyball.orchestrator.audit;

import io.flyball.schemas.audit.Head;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a chain ends, and what came last.
 *
 * @param sequence the place of its last entry, from 1; 0 while it is empty
 * @param hash the hash of that entry; empty while it is empty
 * @param at when that entry got its place
 * @param known marks of the newest facts, the oldest first: one that is told again soon is known
 * @param ofRun whether it is a run's chain, which is quiet for ever some day; null in what an older version kept
 */
record ChainEnd(
        long sequence,
        String hash,
        Instant at,
        List<String> known,
        @Nullable Boolean ofRun) {
    static final ChainEnd EMPTY = new ChainEnd(0, "", Instant.EPOCH, List.of(), null);

    ChainEnd {
        known = List.copyOf(known);
    }

    /** Whether nothing came since then, and nothing will. A service may speak again after any time. */
    boolean isOverSince(Instant then) {
        return Boolean.TRUE.equals(ofRun) && at.isBefore(then);
    }

    Head head() {
        return new Head(sequence, hash);
    }
}
