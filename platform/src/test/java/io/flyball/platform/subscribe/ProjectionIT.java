package io.flyball.platform.subscribe;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.RunRequest;
import io.flyball.localstack.NeighbourKind;
import io.flyball.platform.PlatformKit;
import io.flyball.platform.wire.RegistryUnavailable;
import io.flyball.platform.wire.Unreadable;
import io.flyball.platform.wire.Wire;
import io.flyball.schemas.Topics;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY})
class ProjectionIT {

    @Test
    @DisplayName("RUN-7 while the registry is away a projection tries again after growing pauses, and misses nothing")
    void backsOff(SharedNeighbours neighbours) throws Exception {
        try (PlatformKit kit = new PlatformKit(neighbours)) {
            String mine = UUID.randomUUID().toString();
            kit.publisher.send(Topics.RUN_REQUESTS, mine, request(mine)).get(120, TimeUnit.SECONDS);
            var away = new AtomicBoolean(true);
            var attempts = new AtomicInteger();
            Set<String> seen = ConcurrentHashMap.newKeySet();
            var projection = new Projection(kit.kafka, "eyes", new Flaky(kit.wire, away, attempts))
                    .on(new Subscription<>(Topics.RUN_REQUESTS, RunRequest.class, r -> seen.add(r.getRunId())));
            projection.start();
            try {
                Instant end = Instant.now().plus(Duration.ofSeconds(5));
                Await.that("five seconds of absence are over")
                        .atMost(Duration.ofMinutes(3))
                        .until(() -> Instant.now().isAfter(end));
                assertThat(attempts).hasValueBetween(2, 12);
                assertThat(projection.isHealthy()).isFalse();

                away.set(false);
                Await.that("it has read all").until(() -> seen.contains(mine) && projection.isHealthy());
            } finally {
                projection.stop();
            }
        }
    }

    private record Flaky(Wire real, AtomicBoolean away, AtomicInteger attempts) implements Wire {
        @Override
        public byte[] encode(String topic, SpecificRecord record) {
            return real.encode(topic, record);
        }

        @Override
        public <T extends SpecificRecord> T decode(String topic, byte[] bytes, Class<T> type) throws Unreadable {
            if (away.get()) {
                attempts.incrementAndGet();
                throw new RegistryUnavailable("away", new IllegalStateException());
            }
            return real.decode(topic, bytes, type);
        }
    }

    private static RunRequest request(String runId) {
        return RunRequest.newBuilder()
                .setRunId(runId)
                .setPrincipal("ann")
                .setAgent("a")
                .setGoal("g")
                .setEnvironment("staging")
                .setRequestedAt(Instant.EPOCH)
                .build();
    }
}
