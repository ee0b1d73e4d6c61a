package io.flyball.costledger.topology;

import io.flyball.contract.TokenCount;
import io.flyball.contract.Usage;
import io.flyball.costledger.ledger.Facets;
import io.flyball.costledger.ledger.Tokens;
import io.flyball.costledger.ledger.UsageRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where Avro ends. */
final class UsageMapper {
    private UsageMapper() {}

    static UsageRecord usage(Usage record, Instant reportedAt) {
        return new UsageRecord(
                record.getId(),
                record.getRunId(),
                facets(record),
                tokens(record.getTokens()),
                record.getDurationMillis(),
                record.getUsedAt(),
                reportedAt);
    }

    private static Facets facets(Usage record) {
        return new Facets(
                record.getTenant(),
                record.getEnvironment(),
                record.getPrincipal(),
                record.getAgent(),
                orEmpty(record.getProvider()),
                orEmpty(record.getModel()),
                orEmpty(record.getTool()));
    }

    private static Tokens tokens(TokenCount count) {
        return new Tokens(count.getInput(), count.getOutput(), count.getCacheRead(), count.getCacheWrite());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
