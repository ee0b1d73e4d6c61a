package io.flyball.costledger.ledger;

import java.time.Instant;

/** Where an entry is added up. Each entry goes into one bucket of each kind; one outside runs only into the first. */
public sealed interface Bucket {

    /** Begin of the hour, UTC. */
    Instant hour();

    /** All use of one kind in an hour: what every total over time is made of. */
    record OfHour(Instant hour, Facets facets) implements Bucket {}

    /** A run's use in an hour: what a list of runs is made of. */
    record OfRunHour(Instant hour, String runId) implements Bucket {}

    /** A run's use of one kind: what the account of one run is made of. */
    record OfRun(String runId, Instant hour, Facets facets) implements Bucket {}
}
