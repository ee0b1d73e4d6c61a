package io.flyball.bench.load;

import io.flyball.platform.publish.Publisher;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Opens runs, answers for everybody around the measured process, and takes the time; one thread, so that little is its own. */
public final class Driver implements AutoCloseable {
    private static final Duration NAP = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Scenario scenario;
    private final Processors processors;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Producer<String, byte[]> producer;

    /** A driver that reads from now on. */
    public Driver(String kafka, Scenario scenario, Processors processors) {
        this.scenario = scenario;
        this.processors = processors;
        this.producer = Publisher.producer(kafka, "bench");
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka, "isolation.level", "read_committed", "enable.auto.commit", false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(partitions());
        consumer.seekToEnd(consumer.assignment());
        consumer.assignment().forEach(consumer::position);
    }

    private List<TopicPartition> partitions() {
        return scenario.topics().stream()
                .flatMap(topic -> partitions(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    /** A topic that was made a moment ago is not known everywhere at once. */
    private List<PartitionInfo> partitions(String topic) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<PartitionInfo> known = consumer.partitionsFor(topic);
        while (known.isEmpty() && System.nanoTime() < end) {
            known = consumer.partitionsFor(topic);
        }
        if (known.isEmpty()) {
            throw new IllegalStateException("no topic " + topic + " after " + PATIENCE.toSeconds() + " s");
        }
        return known;
    }

    /** Opens runs as that load says for that long, and returns when all have ended or the patience has. */
    public Measured measure(Load load, Window window) {
        return new Session(load, window).go();
    }

    /** Opens so many runs, so many at a time, and returns when all have ended. */
    public Measured runs(int count, int inFlight) {
        return new Session(new Batch(count, new Load.Closed(inFlight))).go();
    }

    @Override
    public void close() {
        consumer.close();
        producer.close();
    }

    private record Batch(long count, Load load) {}

    /** One load from its first run to the end of its last. */
    private final class Session implements Progress {
        private final Load load;
        private final long most;
        private final Window window;
        private final Meter meter;
        private final long began = System.nanoTime();
        private final Sampling sampling;

        private Session(Load load, Window window) {
            this(load, Long.MAX_VALUE, window);
        }

        private Session(Batch batch) {
            this(batch.load(), batch.count(), Window.of(Duration.ZERO, Duration.ofMinutes(10)));
        }

        private Session(Load load, long most, Window window) {
            this.load = load;
            this.most = most;
            this.window = window;
            this.meter = new Meter(window);
            this.sampling = new Sampling(window, processors);
        }

        private Measured go() {
            while (!over()) {
                openWhatIsDue();
                sampling.look(now());
                for (ConsumerRecord<String, byte[]> record : consumer.poll(nap())) {
                    scenario.answer(record, producer, this);
                }
            }
            sampling.look(window.end());
            return meter.measured(sampling.measured(), sampling.broker());
        }

        private boolean over() {
            long now = now();
            boolean opening = now < window.end() && meter.opened() < most;
            return !opening
                    && (meter.inFlight() == 0
                            || now > window.end() + window.drain().toNanos());
        }

        private void openWhatIsDue() {
            long next = next();
            while (next <= now()) {
                String runId = RunIds.next();
                meter.opened(runId, next);
                scenario.begin(runId, producer, this);
                next = next();
            }
        }

        /** When the next run is due; never, once no more are to be opened. */
        private long next() {
            long now = now();
            long next = load.nextAt(meter.opened(), meter.inFlight(), now);
            return next >= window.end() || meter.opened() >= most ? Long.MAX_VALUE : next;
        }

        private Duration nap() {
            long until = next();
            return until == Long.MAX_VALUE ? NAP : Duration.ofNanos(Math.clamp(until - now(), 0L, NAP.toNanos()));
        }

        private long now() {
            return System.nanoTime() - began;
        }

        @Override
        public void step(String runId) {
            meter.step(runId, now());
        }

        @Override
        public void ended(String runId) {
            meter.ended(runId, now());
        }
    }
}
