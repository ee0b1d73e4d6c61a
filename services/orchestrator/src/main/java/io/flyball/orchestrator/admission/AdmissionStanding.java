package io.flyball.orchestrator.admission;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a run stands, as far as admission is concerned. */
sealed interface AdmissionStanding {

    /**
     * It waits for its turn.
     *
     * @param place later runs have higher ones
     */
    record Waiting(RunRequest wish, long place, Instant since) implements AdmissionStanding {}

    /** It is open. */
    record Open() implements AdmissionStanding {}

    /**
     * It has ended.
     *
     * @param resolved whether it left its alert resolved
     * @param changed whether it changed anything, or may have; absent in records of older versions
     */
    record Closed(boolean resolved, @Nullable Boolean changed, Instant at) implements AdmissionStanding {
        boolean mayHaveChanged() {
            return changed == null || changed;
        }
    }
}
