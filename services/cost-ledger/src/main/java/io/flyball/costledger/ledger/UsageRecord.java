package io.flyball.costledger.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was used, as its user reports it.
 *
 * @param id one ledger entry for each
 * @param runId absent for use outside runs
 * @param facets on whose behalf and what
 * @param durationMillis how long it took
 * @param usedAt when it ended
 * @param reportedAt when the report was made
 */
public record UsageRecord(
        String id,
        @Nullable String runId,
        Facets facets,
        Tokens tokens,
        long durationMillis,
        Instant usedAt,
        Instant reportedAt) {}
