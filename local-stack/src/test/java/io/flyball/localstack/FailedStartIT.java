package io.flyball.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A start that fails says what failed, why, and what to do")
class FailedStartIT {

    @TempDir
    Path data;

    @Test
    @DisplayName("The process's own last words are in the message, and what did start is ended")
    void showsTheLastLinesOfTheLog() throws Exception {
        // Redis refuses a data folder of a newer format.
        var kept = Files.createDirectories(data.resolve("redis/appendonlydir"));
        Files.writeString(kept.resolve("appendonly.aof.manifest"), "not a manifest\n");
        var settings = Fixture.settings(data, true, NeighbourKind.REDIS, NeighbourKind.TRACING);

        assertThatThrownBy(() -> Neighbours.start(settings, _ -> {}))
                .isInstanceOf(NeighbourFailed.class)
                .hasMessageContaining(
                        "redis (redis://127.0.0.1:" + settings.ports().redis() + ") did not come up")
                .hasMessageContaining("it ended with exit code 1")
                .hasMessageContaining("manifest")
                .hasMessageContaining(data.resolve("logs/redis.log").toString());
        assertThat(new PortCheck().taken(settings.ports().of(NeighbourKind.TRACING)))
                .isEmpty();
    }

    @Test
    void saysWhatToBuildWhenNothingIsInstalled(@TempDir Path empty) {
        var settings = new NeighbourSettings(
                empty,
                data,
                Ports.free(),
                Set.of(NeighbourKind.BROKER),
                Path.of(System.getProperty("java.home")),
                false);
        assertThatThrownBy(() -> Neighbours.start(settings, _ -> {}))
                .isInstanceOf(NeighbourFailed.class)
                .hasMessageContaining("kafka/classpath")
                .hasMessageContaining("./flyball build");
    }
}
