package io.flyball.platform.workqueue;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.RunRequest;
import io.flyball.localstack.Neighbour;
import io.flyball.localstack.NeighbourKind;
import io.flyball.platform.PlatformKit;
import io.flyball.schemas.Topics;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY})
class BrokerFaultsIT {
    private static final Duration LOCK = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static PlatformKit kit;

    private final Set<String> done = ConcurrentHashMap.newKeySet();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);

    @BeforeAll
    static void start(SharedNeighbours neighbours) {
        kit = new PlatformKit(neighbours);
    }

    @AfterAll
    static void close() {
        kit.close();
    }

    private WorkQueue<RunRequest> queue(String slow) {
        var settings = new WorkQueueSettings(Topics.RUN_REQUESTS, "group-" + UUID.randomUUID(), 1, LOCK, 9);
        return new WorkQueue<>(
                settings, kit.kafka, RunRequest.class, kit.wire, kit.telemetry, kit.deadLetters, record -> {
                    if (record.getRunId().equals(slow)) {
                        begun.countDown();
                        assertThat(end.await(2, TimeUnit.MINUTES)).isTrue();
                    }
                    done.add(record.getRunId());
                });
    }

    @Test
    @DisplayName("RUN-20 a broker that dies while a record is worked on (-9) and comes back leaves its worker at work")
    void brokerKilled(SharedNeighbours neighbours) throws Exception {
        String slow = UUID.randomUUID().toString();
        WorkQueue<RunRequest> queue = queue(slow);
        queue.start();
        try {
            send(slow);
            assertThat(begun.await(120, TimeUnit.SECONDS)).isTrue();
            Neighbour broker = neighbours.neighbour(NeighbourKind.BROKER);
            broker.kill();
            broker.restart();
            end.countDown();
            expectMore(queue, slow);
        } finally {
            end.countDown();
            queue.stop();
        }
    }

    @Test
    @DisplayName("RUN-20 a broker that stands still (SIGSTOP) for longer than every session leaves the worker at work")
    void brokerFrozen(SharedNeighbours neighbours) throws Exception {
        String first = UUID.randomUUID().toString();
        WorkQueue<RunRequest> queue = queue("");
        queue.start();
        try {
            send(first);
            Await.that("the first is done").until(() -> done.contains(first));
            Neighbour broker = neighbours.neighbour(NeighbourKind.BROKER);
            broker.suspend();
            try {
                // The fault itself.
                assertThat(end.await(8, TimeUnit.SECONDS)).isFalse();
            } finally {
                broker.resumeProcess();
            }
            expectMore(queue, first);
        } finally {
            queue.stop();
        }
    }

    private void expectMore(WorkQueue<RunRequest> queue, String before) throws Exception {
        String after = UUID.randomUUID().toString();
        send(after);
        Await.that("what was sent before and after is done")
                .atMost(PATIENCE)
                .until(() -> done.containsAll(Set.of(before, after)));
        assertThat(queue.isHealthy()).isTrue();
    }

    private static void send(String runId) throws Exception {
        var request = RunRequest.newBuilder()
                .setRunId(runId)
                .setPrincipal("ann")
                .setAgent("a")
                .setGoal("g")
                .setEnvironment("staging")
                .setRequestedAt(Instant.EPOCH)
                .build();
        kit.publisher.send(Topics.RUN_REQUESTS, runId, request).get(120, TimeUnit.SECONDS);
    }
}
