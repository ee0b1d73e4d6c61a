package io.flyball.platform.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.localstack.NeighbourKind;
import io.flyball.platform.connection.ConnectionProperties;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

@WithNeighbours(NeighbourKind.REDIS)
@DisplayName("STOP-3 health says what is wrong with Redis")
class RedisHealthIT {
    private Redis redis;

    @BeforeEach
    void connect(SharedNeighbours neighbours) {
        redis = new Redis(connection(neighbours.redisUrl()));
    }

    @AfterEach
    void mend() {
        Await.that("it is as it was, on whatever connection").ignoreExceptions().until(this::mended);
        redis.close();
    }

    private boolean mended() {
        return redis.commands().replicaofNoOne().equals("OK")
                && redis.commands().configSet("maxmemory", "0").equals("OK")
                && redis.commands().configSet("maxmemory-policy", "noeviction").equals("OK");
    }

    @Test
    void nothingIsWrong() {
        assertThat(new RedisHealth(redis).health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void itOnlyReads() {
        redis.commands().replicaof("127.0.0.1", 1);
        says("read-only");
    }

    @Test
    void itIsFull() {
        redis.commands().configSet("maxmemory", "1");
        says("full");
    }

    @Test
    void itThrowsKeysAway() {
        redis.commands().configSet("maxmemory-policy", "allkeys-lru");
        says("eviction policy allkeys-lru");
    }

    @Test
    void itDoesNotAnswer() {
        try (Redis nobody = new Redis(connection("redis://127.0.0.1:1"))) {
            assertThat(new RedisHealth(nobody).health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        }
    }

    private void says(String word) {
        var health = new RedisHealth(redis).health();
        assertThat(health.getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        assertThat(String.valueOf(health.getDetails().get("reason"))).startsWith(word);
    }

    private static ConnectionProperties connection(String redis) {
        return new ConnectionProperties(
                "127.0.0.1:1", URI.create("http://127.0.0.1:1"), URI.create(redis), Duration.ofSeconds(10), null);
    }
}
