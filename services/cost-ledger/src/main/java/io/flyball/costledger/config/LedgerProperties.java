package io.flyball.costledger.config;

import io.flyball.schemas.TopicCatalogue;
import io.flyball.schemas.Topics;
import java.time.Duration;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the ledger keeps what.
 *
 * @param rememberIds how long a usage id is known to be an entry; longer than agent.usage is retained, so that nothing
 *     that can still be read there is counted twice
 * @param keepHours how long totals by hour are kept
 * @param keepRuns how long the accounts of runs are kept
 */
@ConfigurationProperties("flyball.cost-ledger")
public record LedgerProperties(
        @DefaultValue("91d") Duration rememberIds,
        @DefaultValue("400d") Duration keepHours,
        @DefaultValue("90d") Duration keepRuns) {

    public LedgerProperties {
        if (rememberIds.compareTo(retention()) <= 0) {
            throw new IllegalArgumentException("flyball.cost-ledger.remember-ids must be longer than the "
                    + retention().toDays() + " days that agent.usage is retained, or a record could be counted twice");
        }
        if (!keepRuns.isPositive() || keepRuns.compareTo(keepHours) > 0) {
            throw new IllegalArgumentException(
                    "flyball.cost-ledger.keep-runs must be positive and not longer than keep-hours");
        }
    }

    private static Duration retention() {
        String millis = TopicCatalogue.load().topic(Topics.USAGE).config().get("retention.ms");
        return Duration.ofMillis(Long.parseLong(Objects.requireNonNull(millis, "agent.usage is not compacted")));
    }
}
