package io.flyball.orchestrator.intake;

import java.time.Instant;

/** What admission knows of a fingerprint. */
sealed interface Admission {
    String runId();

    /** A run is open for it. */
    record Open(String runId, String agent) implements Admission {}

    /** Its run has closed; repeats join that run's record until then. */
    record Cooling(String runId, String agent, Instant until) implements Admission {}
}
