package io.flyball.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Faults, on the neighbour that starts fastest")
class RedisIT {

    @TempDir
    Path data;

    @Test
    @DisplayName("What is kept in memory is gone after a restart")
    void forgetsWhenNotDurable() throws IOException {
        try (var neighbours = start(false)) {
            var redis = neighbours.get(NeighbourKind.REDIS);
            RedisLine.ask(redis.url(), "SET kept yes");
            redis.restart();
            assertThat(RedisLine.ask(redis.url(), "STRLEN kept")).isEqualTo(":0");
        }
    }

    @Test
    @DisplayName("A suspended process does not answer, and goes on afterwards")
    void suspendedAndResumed() throws IOException {
        try (var neighbours = start(false)) {
            var redis = neighbours.get(NeighbourKind.REDIS);
            redis.suspend();
            assertThatThrownBy(() -> RedisLine.ask(redis.url(), "PING")).isInstanceOf(SocketTimeoutException.class);
            redis.resumeProcess();
            assertThat(RedisLine.ask(redis.url(), "PING")).isEqualTo("+PONG");
        }
    }

    @Test
    @DisplayName("Close ends a suspended process too, and may be called again")
    void closesASuspendedProcess() {
        var neighbours = start(false);
        var redis = neighbours.get(NeighbourKind.REDIS);
        redis.suspend();
        neighbours.close();
        neighbours.close();
        assertThat(redis.alive()).isFalse();
    }

    @Test
    @DisplayName("The binary that the library carries runs")
    void theCarriedBinaryRuns() throws Exception {
        Files.createDirectories(data.resolve("redis"));
        var carried = new RedisRecipe(Fixture.settings(data, false, NeighbourKind.REDIS)).carried();
        var version = new ProcessBuilder(carried.toString(), "--version").start();
        assertThat(version.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(version.inputReader().readLine()).startsWith("Redis server v=");
    }

    private Neighbours start(boolean durable) {
        return Neighbours.start(Fixture.settings(data, durable, NeighbourKind.REDIS), _ -> {});
    }
}
