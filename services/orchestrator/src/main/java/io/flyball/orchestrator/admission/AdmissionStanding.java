package io.flyball.orchestrator.admission;

import java.time.Instant;

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
     */
    record Closed(boolean resolved, Instant at) implements AdmissionStanding {}
}
