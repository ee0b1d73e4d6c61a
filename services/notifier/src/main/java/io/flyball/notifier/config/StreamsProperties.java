package io.flyball.notifier.config;

import io.flyball.platform.streams.StreamsSettings;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the notifier's topology runs.
 *
 * @param stateDirectory where Kafka Streams keeps its locks and checkpoints
 * @param commitInterval how long a transaction stays open
 */
@ConfigurationProperties("flyball.notifier.streams")
public record StreamsProperties(
        @DefaultValue(".flyball/notifier") Path stateDirectory, @DefaultValue("50ms") Duration commitInterval) {

    public StreamsProperties {
        if (!commitInterval.isPositive()) {
            throw new IllegalArgumentException("flyball.notifier.streams.commit-interval must be positive");
        }
    }

    /** The settings for that broker. */
    public StreamsSettings settings(String bootstrapServers) {
        return new StreamsSettings("notifier", bootstrapServers, stateDirectory, 1, commitInterval);
    }
}
