package io.flyball.platform.workqueue;

import io.flyball.contract.PlanRequest;
import io.flyball.contract.RemainingLimits;
import io.flyball.localstack.NeighbourKind;
import io.flyball.platform.PlatformKit;
import io.flyball.schemas.Topics;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY})
class WorkersKilledIT {
    /** As many as a broker's own limit of ten deliveries allows, with up to three lost by each. */
    private static final int DEATHS = 3;

    private static final int WORKERS = 16;
    private static PlatformKit kit;

    @TempDir
    Path folder;

    @BeforeAll
    static void start(SharedNeighbours neighbours) {
        kit = new PlatformKit(neighbours);
    }

    @AfterAll
    static void close() {
        kit.close();
    }

    @Test
    @DisplayName("RUN-20 processes of many workers, killed (-9) one after another over one record, do not use it up")
    void survivesDeaths(SharedNeighbours neighbours) throws Exception {
        String group = "group-" + UUID.randomUUID();
        String mine = UUID.randomUUID().toString();
        for (int death = 0; death < DEATHS; death++) {
            Path holds = folder.resolve("holds-" + death);
            Process holder = HeldForever.start(neighbours, group, WORKERS, mine, holds);
            try {
                if (death == 0) {
                    send(mine);
                }
                Await.that("it holds the record").atMost(Duration.ofMinutes(3)).until(() -> Files.exists(holds));
            } finally {
                holder.destroyForcibly().waitFor();
            }
        }
        Set<String> done = ConcurrentHashMap.newKeySet();
        var queue = new WorkQueue<>(
                HeldForever.settings(group, WORKERS),
                kit.kafka,
                PlanRequest.class,
                kit.wire,
                kit.telemetry,
                kit.deadLetters,
                record -> done.add(record.getRunId()));
        queue.start();
        try {
            Await.that("a living worker has done it")
                    .atMost(Duration.ofMinutes(3))
                    .until(() -> done.contains(mine));
        } finally {
            queue.stop();
        }
    }

    private static void send(String runId) throws Exception {
        var request = PlanRequest.newBuilder()
                .setId(runId)
                .setRunId(runId)
                .setTenant("default")
                .setPrincipal("ann")
                .setAgent("a")
                .setEnvironment("staging")
                .setStep(1)
                .setGoal("g")
                .setRemaining(new RemainingLimits(1, 1, 1, 1L, 1L, 1L))
                .setDeadline(Instant.EPOCH)
                .setRequestedAt(Instant.EPOCH)
                .build();
        kit.publisher.send(Topics.PLAN_REQUESTS, runId, request).get(120, TimeUnit.SECONDS);
    }
}
