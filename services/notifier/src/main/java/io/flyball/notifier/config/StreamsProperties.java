package io.flyball.notifier.config;

import io.flyball.platform.streams.StreamsSettings;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the notifier's topology runs.
 *
 * @param applicationId consumer group and prefix of the changelogs
 * @param stateDirectory where the stores live between restarts; may be deleted, Kafka has everything
 * @param threads stream threads
 * @param commitInterval how often what was taken in and what was told is committed
 */
@ConfigurationProperties("flyball.notifier.streams")
public record StreamsProperties(
        @DefaultValue("notifier") String applicationId,
        @DefaultValue(".flyball/notifier") Path stateDirectory,
        @DefaultValue("1") int threads,
        @DefaultValue("100ms") Duration commitInterval) {

    public StreamsProperties {
        if (applicationId.isBlank()) {
            throw new IllegalArgumentException("flyball.notifier.streams.application-id must not be empty");
        }
        if (threads < 1) {
            throw new IllegalArgumentException("flyball.notifier.streams.threads must be at least 1");
        }
        if (!commitInterval.isPositive()) {
            throw new IllegalArgumentException("flyball.notifier.streams.commit-interval must be positive");
        }
    }

    /** The settings for that broker. */
    public StreamsSettings settings(String bootstrapServers) {
        return new StreamsSettings(applicationId, bootstrapServers, stateDirectory, threads, commitInterval);
    }
}
