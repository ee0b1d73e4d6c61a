package io.flyball.platform.workqueue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.AdmissionInput;
import io.flyball.contract.DeadLetter;
import io.flyball.contract.RunRequest;
import io.flyball.localstack.NeighbourKind;
import io.flyball.platform.PlatformKit;
import io.flyball.platform.subscribe.Projection;
import io.flyball.platform.subscribe.Subscription;
import io.flyball.schemas.Topics;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY})
class WorkQueueIT {
    private static PlatformKit kit;

    @BeforeAll
    static void start(SharedNeighbours neighbours) {
        kit = new PlatformKit(neighbours);
    }

    @AfterAll
    static void close() {
        kit.close();
    }

    @Test
    @DisplayName("RUN-20 work that takes longer than the lock is renewed and delivered once")
    void renewsWhileWorking() throws Exception {
        var deliveries = new AtomicInteger();
        var done = new CountDownLatch(1);
        String mine = mine();
        WorkQueue<RunRequest> queue = queue(2, Duration.ofSeconds(3), record -> {
            if (record.getRunId().equals(mine)) {
                deliveries.incrementAndGet();
                // The work itself, which lasts several locks.
                new CountDownLatch(1).await(8, TimeUnit.SECONDS);
                done.countDown();
            }
        });
        queue.start();
        try {
            send(mine);
            assertThat(done.await(180, TimeUnit.SECONDS)).isTrue();
            String after = mine();
            send(after);
        } finally {
            queue.stop();
        }
        assertThat(deliveries).hasValue(1);
    }

    @Test
    @DisplayName("OPS-3 workers end side by side: three that are busy for long are waited for as long as one")
    void endsWithinOneBound() throws Exception {
        Set<String> mine = Set.of(mine(), mine(), mine());
        var begun = new Semaphore(0);
        var end = new CountDownLatch(1);
        var queue = onePartition(3, runId -> {
            if (mine.contains(runId)) {
                begun.release();
                end.await();
            }
        });
        queue.start();
        try {
            for (String runId : mine) {
                sendOnePartition(runId);
                assertThat(begun.tryAcquire(180, TimeUnit.SECONDS)).isTrue();
            }
            long asked = System.nanoTime();
            queue.stop();
            assertThat(Duration.ofNanos(System.nanoTime() - asked))
                    .as("three times 20 s, one after the other, would be 60")
                    .isBetween(Duration.ofSeconds(15), Duration.ofSeconds(58));
        } finally {
            end.countDown();
        }
    }

    @Test
    @DisplayName("RUN-20 work that fails is delivered again; at the limit it becomes a dead letter, and nothing blocks")
    void failuresAreDeliveredAgainThenBuried() throws Exception {
        String bad = mine();
        String good = mine();
        var attempts = new AtomicInteger();
        Set<String> done = ConcurrentHashMap.newKeySet();
        var letters = new ConcurrentLinkedQueue<DeadLetter>();
        var projection = new Projection(kit.kafka, "letters", kit.wire)
                .on(new Subscription<>(Topics.DEAD_LETTERS, DeadLetter.class, letters::add));
        projection.start();
        WorkQueue<RunRequest> queue = queue(1, Duration.ofSeconds(5), record -> {
            if (record.getRunId().equals(bad)) {
                attempts.incrementAndGet();
                throw new IllegalStateException("cannot");
            }
            done.add(record.getRunId());
        });
        queue.start();
        try {
            send(bad);
            send(good);
            Await.that("the good one is done").until(() -> done.contains(good));
            Await.that("the bad one is a dead letter")
                    .until(() -> letters.stream()
                            .filter(l -> new String(l.getKey().array(), UTF_8).equals(bad))
                            .anyMatch(l -> l.getReason().contains("gave up after 3")));
        } finally {
            queue.stop();
            projection.stop();
        }
        assertThat(attempts).hasValue(3);
    }

    @Test
    @DisplayName("CON-7 what cannot be read becomes a dead letter with its bytes, and the queue goes on")
    void unreadableIsBuried() throws Exception {
        byte[] garbage = {9, 9, 9, 9, 9, 9};
        String good = mine();
        Set<String> done = ConcurrentHashMap.newKeySet();
        var letters = new ConcurrentLinkedQueue<DeadLetter>();
        var projection = new Projection(kit.kafka, "letters", kit.wire)
                .on(new Subscription<>(Topics.DEAD_LETTERS, DeadLetter.class, letters::add));
        projection.start();
        WorkQueue<RunRequest> queue = queue(1, Duration.ofSeconds(5), record -> done.add(record.getRunId()));
        queue.start();
        try (var producer = io.flyball.platform.publish.Publisher.producer(kit.kafka, "garbage")) {
            producer.send(new ProducerRecord<>(Topics.RUN_REQUESTS, "k", garbage))
                    .get();
            send(good);
            Await.that("the readable one is done").until(() -> done.contains(good));
            Await.that("the garbage is a dead letter")
                    .until(() -> letters.stream()
                            .anyMatch(l -> java.util.Arrays.equals(l.getValue().array(), garbage)));
        } finally {
            queue.stop();
            projection.stop();
        }
    }

    @Test
    @DisplayName("RUN-20 a record whose worker stopped in the middle is worked on by another")
    void redeliveredAfterAWorkerIsGone() throws Exception {
        String mine = mine();
        var started = new CountDownLatch(1);
        var stopping = new CountDownLatch(1);
        String group = "group-" + UUID.randomUUID();
        WorkQueue<RunRequest> first = queue(group, 9, record -> {
            if (record.getRunId().equals(mine)) {
                started.countDown();
                stopping.await(20, TimeUnit.SECONDS);
                throw new IllegalStateException("as if the process had died");
            }
        });
        first.start();
        send(mine);
        assertThat(started.await(120, TimeUnit.SECONDS)).isTrue();
        Thread stopper = Thread.ofVirtual().start(first::stop);
        stopping.countDown();
        stopper.join();

        Set<String> done = ConcurrentHashMap.newKeySet();
        WorkQueue<RunRequest> second = queue(group, 9, record -> done.add(record.getRunId()));
        second.start();
        try {
            Await.that("the other worker has done it").until(() -> done.contains(mine));
        } finally {
            second.stop();
        }
    }

    @Test
    @DisplayName("RUN-20 several workers share the work of one partition")
    void slowWorkBlocksNoOther() throws Exception {
        var release = new CountDownLatch(1);
        Set<String> begun = ConcurrentHashMap.newKeySet();
        List<String> all =
                java.util.stream.Stream.generate(WorkQueueIT::mine).limit(4).toList();
        var queue = onePartition(4, id -> {
            if (all.contains(id)) {
                begun.add(id);
                release.await(30, TimeUnit.SECONDS);
            }
        });
        queue.start();
        try {
            for (String id : all) {
                sendOnePartition(id);
            }
            Await.that("all four are worked on at once").until(() -> begun.size() == 4);
        } finally {
            release.countDown();
            queue.stop();
        }
    }

    @FunctionalInterface
    private interface WithRun {
        void perform(String runId) throws Exception;
    }

    /** Of several partitions each has its worker: a busy one would keep its partition's records from the others. */
    private static WorkQueue<AdmissionInput> onePartition(int workers, WithRun work) {
        var settings = new WorkQueueSettings(
                Topics.ADMISSION_INPUTS, "group-" + UUID.randomUUID(), workers, Duration.ofSeconds(10), 3);
        return new WorkQueue<>(
                settings,
                kit.kafka,
                AdmissionInput.class,
                kit.wire,
                kit.telemetry,
                kit.deadLetters,
                record -> work.perform(((RunRequest) record.getInput()).getRunId()));
    }

    private static void sendOnePartition(String runId) throws Exception {
        kit.publisher
                .send(Topics.ADMISSION_INPUTS, runId, new AdmissionInput(request(runId)))
                .get(120, TimeUnit.SECONDS);
    }

    private static String mine() {
        return UUID.randomUUID().toString();
    }

    private static WorkQueue<RunRequest> queue(int workers, Duration lock, Work<RunRequest> work) {
        return queue("group-" + UUID.randomUUID(), workers, lock, work);
    }

    private static WorkQueue<RunRequest> queue(String group, int deliveryLimit, Work<RunRequest> work) {
        return queue(new WorkQueueSettings(Topics.RUN_REQUESTS, group, 1, Duration.ofSeconds(3), deliveryLimit), work);
    }

    private static WorkQueue<RunRequest> queue(WorkQueueSettings settings, Work<RunRequest> work) {
        return new WorkQueue<>(settings, kit.kafka, RunRequest.class, kit.wire, kit.telemetry, kit.deadLetters, work);
    }

    private static WorkQueue<RunRequest> queue(String group, int workers, Duration lock, Work<RunRequest> work) {
        var settings = new WorkQueueSettings(Topics.RUN_REQUESTS, group, workers, lock, 3);
        return queue(settings, work);
    }

    private static void send(String runId) throws Exception {
        kit.publisher.send(Topics.RUN_REQUESTS, runId, request(runId)).get(120, TimeUnit.SECONDS);
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
