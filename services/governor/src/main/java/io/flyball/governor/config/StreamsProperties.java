package io.flyball.governor.config;

import io.flyball.platform.streams.StreamsSettings;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the governor's topology runs.
 *
 * @param stateDirectory where Kafka Streams keeps its stores between restarts
 * @param threads stream threads
 * @param commitInterval how long a transaction stays open; every verdict waits for it
 */
@ConfigurationProperties("flyball.governor.streams")
public record StreamsProperties(
        @DefaultValue(".flyball/governor") Path stateDirectory,
        @DefaultValue("1") int threads,
        @DefaultValue("10ms") Duration commitInterval) {

    public StreamsProperties {
        Positive.require(commitInterval, "flyball.governor.streams.commit-interval");
        if (threads < 1) {
            throw new IllegalArgumentException("flyball.governor.streams.threads must be at least 1, not " + threads);
        }
    }

    /** The settings in the platform's terms. */
    public StreamsSettings toSettings(String bootstrapServers) {
        return new StreamsSettings("governor", bootstrapServers, stateDirectory, threads, commitInterval);
    }
}
