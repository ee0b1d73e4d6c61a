package io.flyball.platform.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.localstack.NeighbourKind;
import io.flyball.platform.PlatformKit;
import io.flyball.platform.wire.DeadLetters;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY})
class QuietEngineIT {
    private final String name = "quiet-" + UUID.randomUUID();
    private final AtomicInteger taken = new AtomicInteger();
    private String bootstrapServers = "";
    private final AtomicInteger looks = new AtomicInteger();

    @Test
    @DisplayName("An engine that only looks at its clock commits nothing, and what it reads next is committed")
    void looksCostNoTransaction(SharedNeighbours neighbours, @TempDir Path state) throws Exception {
        String kafka = neighbours.bootstrapServers();
        bootstrapServers = kafka;
        try (var kit = new PlatformKit(neighbours);
                var admin = Admin.create(Map.of("bootstrap.servers", kafka));
                var producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", kafka), new ByteArraySerializer(), new ByteArraySerializer())) {
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get(120, TimeUnit.SECONDS);
            var engine = new StreamsEngine(
                    topology(),
                    new StreamsSettings(name, kafka, state, 1, Duration.ofMillis(10)),
                    new StreamsEngine.Safety(
                            kit.wire,
                            new DeadLetters("test", Clock.systemUTC()),
                            new SimpleMeterRegistry(),
                            Clock.systemUTC(),
                            Crier.SILENT));
            engine.start();
            try {
                producer.send(new ProducerRecord<>(name, new byte[] {1})).get(120, TimeUnit.SECONDS);
                Await.that("it has committed the first record").until(() -> reached(admin) == 1);
                looksAgain(2);

                long before = committed(admin);
                looksAgain(10);
                assertThat(committed(admin)).isEqualTo(before);

                producer.send(new ProducerRecord<>(name, new byte[] {2})).get(120, TimeUnit.SECONDS);
                Await.that("it has committed the second record").until(() -> reached(admin) == 2);
                assertThat(taken).hasValue(2);
            } finally {
                engine.stop();
            }
        }
    }

    private void looksAgain(int times) {
        int enough = looks.get() + times;
        Await.that("it has looked again").until(() -> looks.get() >= enough);
    }

    private long reached(Admin admin) throws Exception {
        var offset = admin.listConsumerGroupOffsets(name)
                .partitionsToOffsetAndMetadata()
                .get(120, TimeUnit.SECONDS)
                .get(new TopicPartition(name, 0));
        return offset == null ? 0 : offset.offset();
    }

    /** How often this group has written down how far it is. The log is shared: groups that others left behind end in it too. */
    private long committed(Admin admin) throws Exception {
        var partition =
                new TopicPartition("__consumer_offsets", (name.hashCode() & Integer.MAX_VALUE) % partitions(admin));
        long end = ends(admin, partition);
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "exclude.internal.topics", "false"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long mine = 0;
            while (consumer.position(partition) < end) {
                for (var message : consumer.poll(Duration.ofMillis(200))) {
                    mine += new String(message.key(), UTF_8).contains(name) ? 1 : 0;
                }
            }
            return mine;
        }
    }

    private static int partitions(Admin admin) throws Exception {
        return admin.describeTopics(List.of("__consumer_offsets"))
                .allTopicNames()
                .get(120, TimeUnit.SECONDS)
                .get("__consumer_offsets")
                .partitions()
                .size();
    }

    private static long ends(Admin admin, TopicPartition partition) throws Exception {
        return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                .partitionResult(partition)
                .get(120, TimeUnit.SECONDS)
                .offset();
    }

    private Topology topology() {
        var topology = new Topology();
        topology.addSource("in", new ByteArrayDeserializer(), new ByteArrayDeserializer(), name);
        topology.addProcessor("looks", Looking::new, "in");
        return topology;
    }

    private final class Looking implements Processor<byte[], byte[], Void, Void> {
        @Override
        public void init(ProcessorContext<Void, Void> context) {
            context.schedule(Duration.ofMillis(100), PunctuationType.WALL_CLOCK_TIME, _ -> looks.incrementAndGet());
        }

        @Override
        public void process(Record<byte[], byte[]> message) {
            taken.incrementAndGet();
        }
    }
}
