package io.flyball.drills.evidence;

import io.flyball.contract.Effect;
import io.flyball.contract.RunEvent;
import io.flyball.contract.RunOpened;
import io.flyball.contract.RunResult;
import io.flyball.drills.check.Evidence.Result;
import io.flyball.drills.check.Evidence.Transition;
import io.flyball.schemas.Topics;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads what is committed on the topics of a run, from the moment it is started. */
public final class Collector implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final List<String> TOPICS = List.of(
            Topics.ALERTS,
            Topics.RUN_REQUESTS,
            Topics.RUN_ADMISSIONS,
            Topics.PLAN_DECISIONS,
            Topics.ACTION_VERDICTS,
            Topics.TOOL_CALLS,
            Topics.TOOL_RESULTS,
            Topics.NOTIFICATION_RECEIPTS,
            Topics.DEAD_LETTERS,
            Topics.RUN_EVENTS,
            Topics.RESULTS);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Listener listener;
    private final Records records;
    private final Offsets offsets = new Offsets();
    private final Queue<Transition> transitions = new ConcurrentLinkedQueue<>();
    private final Queue<Result> results = new ConcurrentLinkedQueue<>();
    private final Map<String, String> opened = new ConcurrentHashMap<>();
    private final Set<String> endedRuns = ConcurrentHashMap.newKeySet();
    private final AtomicInteger deadLetters = new AtomicInteger();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean closing;
    private @Nullable volatile RuntimeException failure;

    private Collector(String broker, URI registry, Listener listener) {
        this.listener = listener;
        this.records = new Records(registry);
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", broker,
                        "isolation.level", "read_committed",
                        "enable.auto.commit", "false",
                        "auto.offset.reset", "earliest",
                        "default.api.timeout.ms", "600000",
                        "reconnect.backoff.max.ms", "200"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /**
     * Begins at the end of every topic.
     *
     * @param listener is handed every record, too
     */
    public static Collector start(String broker, URI registry, Listener listener) {
        Collector collector = new Collector(broker, registry, listener);
        collector.seek();
        Thread.ofPlatform().daemon().name("collector").start(collector::loop);
        return collector;
    }

    private void seek() {
        List<TopicPartition> partitions = TOPICS.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(partition -> offsets.read(partition, consumer.position(partition) - 1));
    }

    private void loop() {
        try (consumer;
                records) {
            while (!closing) {
                consumer.poll(POLL).forEach(this::take);
            }
        } catch (RuntimeException e) {
            failure = e;
        } finally {
            stopped.countDown();
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        switch (record.topic()) {
            case Topics.RUN_EVENTS -> records.events(record).forEach(this::take);
            case Topics.RESULTS -> {
                RunResult result = records.read(record, RunResult.class);
                String fingerprint = result.getFingerprint() == null ? "" : result.getFingerprint();
                results.add(new Result(
                        result.getRunId(),
                        fingerprint,
                        result.getOutcome().name(),
                        result.getEffective(),
                        changes(result)));
                endedRuns.add(result.getRunId());
            }
            case Topics.DEAD_LETTERS -> deadLetters.incrementAndGet();
            default -> {}
        }
        listener.accept(record, records);
        offsets.read(new TopicPartition(record.topic(), record.partition()), record.offset());
    }

    private static int changes(RunResult result) {
        return (int) result.getActions().stream()
                .filter(action -> action.getEffect() == Effect.CHANGE && action.getStatus() != null)
                .count();
    }

    private void take(RunEvent event) {
        String what = event.getWhat().getClass().getSimpleName();
        transitions.add(new Transition(event.getRunId(), event.getSequence(), what));
        if (event.getWhat() instanceof RunOpened run) {
            opened.put(event.getRunId(), key(run));
        }
    }

    /** The key that a run was opened with. */
    static String key(RunOpened run) {
        Map<String, String> given =
                run.getAlert() == null ? run.getInputs() : run.getAlert().getLabels();
        return given.getOrDefault("key", "");
    }

    public Offsets offsets() {
        return offsets;
    }

    /** The keys of the runs that have opened, by run. */
    public Map<String, String> opened() {
        return Map.copyOf(opened);
    }

    public List<Transition> transitions() {
        return List.copyOf(transitions);
    }

    public List<Result> results() {
        return List.copyOf(results);
    }

    /** How many runs have ended. */
    public int ended() {
        return endedRuns.size();
    }

    public int deadLetters() {
        return deadLetters.get();
    }

    /** Why it reads no more; null while it does. */
    public @Nullable RuntimeException failure() {
        return failure;
    }

    @Override
    public void close() {
        closing = true;
        try {
            stopped.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
