package io.flyball.bench.report;

/**
 * What raw relays do in the engine's place.
 *
 * @param recordsPerRun how many records a run of the engine leaves on all topics, which a relay that is compared with it writes too
 * @param raw as many records, at least once
 * @param crossingsAlone only the records that cross, at least once
 * @param transactional as many records, a transaction for each poll
 */
public record Relays(int recordsPerRun, Series raw, Series crossingsAlone, Series transactional) {
    /** Not measured. */
    public static final Relays NONE = new Relays(0, Series.NONE, Series.NONE, Series.NONE);
}
