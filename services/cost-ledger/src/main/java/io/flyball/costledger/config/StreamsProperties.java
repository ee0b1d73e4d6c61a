package io.flyball.costledger.config;

import io.flyball.platform.streams.StreamsSettings;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the ledger's topology runs.
 *
 * @param applicationId consumer group and prefix of the changelogs; with another one everything is counted anew
 * @param stateDirectory where the stores live between restarts; may be deleted, Kafka has everything
 * @param threads stream threads; more than agent.usage has partitions are idle
 * @param commitInterval how often entries, totals and offsets are committed
 */
@ConfigurationProperties("flyball.cost-ledger.streams")
public record StreamsProperties(
        @DefaultValue("cost-ledger") String applicationId,
        @DefaultValue(".flyball/cost-ledger") Path stateDirectory,
        @DefaultValue("1") int threads,
        @DefaultValue("100ms") Duration commitInterval) {

    public StreamsProperties {
        if (applicationId.isBlank()) {
            throw new IllegalArgumentException("flyball.cost-ledger.streams.application-id must not be empty");
        }
        if (threads < 1) {
            throw new IllegalArgumentException("flyball.cost-ledger.streams.threads must be at least 1");
        }
        if (!commitInterval.isPositive()) {
            throw new IllegalArgumentException("flyball.cost-ledger.streams.commit-interval must be positive");
        }
    }

    /** The settings for that broker. */
    public StreamsSettings settings(String bootstrapServers) {
        return new StreamsSettings(applicationId, bootstrapServers, stateDirectory, threads, commitInterval);
    }
}
