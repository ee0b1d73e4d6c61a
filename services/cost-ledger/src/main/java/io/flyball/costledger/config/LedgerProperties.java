package io.flyball.costledger.config;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the ledger keeps its books.
 *
 * @param applicationId consumer group and prefix of the changelogs; with another one everything is counted anew
 * @param stateDirectory where the stores live between restarts; may be deleted, Kafka has everything
 * @param commitInterval how often entries, totals and offsets are committed
 * @param rememberIds how long a usage id is known to be an entry; longer than agent.usage is retained, so that nothing
 *     that can still be read there is counted twice
 * @param keepHours how long totals by hour are kept
 * @param keepRuns how long the accounts of runs are kept
 */
@ConfigurationProperties("flyball.cost-ledger")
public record LedgerProperties(
        @DefaultValue("flyball-cost-ledger") String applicationId,
        @DefaultValue(".flyball/streams") Path stateDirectory,
        @DefaultValue("100ms") Duration commitInterval,
        @DefaultValue("91d") Duration rememberIds,
        @DefaultValue("400d") Duration keepHours,
        @DefaultValue("90d") Duration keepRuns) {

    public LedgerProperties {
        if (applicationId.isBlank()) {
            throw new IllegalArgumentException("flyball.cost-ledger.application-id must not be empty");
        }
        requirePositive(commitInterval, "commit-interval");
        requirePositive(rememberIds, "remember-ids");
        requirePositive(keepHours, "keep-hours");
        requirePositive(keepRuns, "keep-runs");
        if (keepRuns.compareTo(keepHours) > 0) {
            throw new IllegalArgumentException("flyball.cost-ledger.keep-runs must not be longer than keep-hours");
        }
    }

    private static void requirePositive(Duration duration, String name) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException("flyball.cost-ledger." + name + " must be positive");
        }
    }
}
