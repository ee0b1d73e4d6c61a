package io.flyball.orchestrator.config;

import io.flyball.platform.streams.StreamsSettings;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the orchestrator's topology runs.
 *
 * @param stateDirectory where Kafka Streams keeps its locks and checkpoints
 * @param threads stream threads
 * @param commitInterval how long a transaction stays open at most; it ends earlier, as soon as no other record waits
 */
@ConfigurationProperties("flyball.orchestrator.streams")
public record StreamsProperties(
        @DefaultValue(".flyball/orchestrator") Path stateDirectory,
        @DefaultValue("1") int threads,
        @DefaultValue("50ms") Duration commitInterval) {

    public StreamsProperties {
        if (threads < 1) {
            throw new IllegalArgumentException("flyball.orchestrator.streams.threads must be at least 1");
        }
        if (!commitInterval.isPositive()) {
            throw new IllegalArgumentException("flyball.orchestrator.streams.commit-interval must be positive");
        }
    }

    /** The settings for that broker. */
    public StreamsSettings settings(String bootstrapServers) {
        return new StreamsSettings("orchestrator", bootstrapServers, stateDirectory, threads, commitInterval);
    }
}
