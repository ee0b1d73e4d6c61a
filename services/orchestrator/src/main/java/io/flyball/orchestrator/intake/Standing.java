package io.flyball.orchestrator.intake;

import java.time.Instant;

/** Where a run stands, as far as admission is concerned. */
sealed interface Standing {

    /**
     * It waits for its turn.
     *
     * @param place later runs have higher ones
     */
    record Waiting(Wish wish, long place, Instant since) implements Standing {}

    /** It is open. */
    record Open() implements Standing {}

    /**
     * It has ended.
     *
     * @param resolved whether it left its alert resolved
     */
    record Closed(boolean resolved, Instant at) implements Standing {}
}
