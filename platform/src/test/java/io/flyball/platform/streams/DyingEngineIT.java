package io.flyball.platform.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.Notification;
import io.flyball.localstack.NeighbourKind;
import io.flyball.platform.PlatformKit;
import io.flyball.platform.publish.DeathNotice;
import io.flyball.platform.wire.DeadLetters;
import io.flyball.platform.wire.Unreadable;
import io.flyball.schemas.Topics;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY})
class DyingEngineIT {
    private final String name = "dying-" + UUID.randomUUID();
    private final AtomicInteger deaths = new AtomicInteger();

    @Test
    @DisplayName("RUN-25 when stream threads keep dying people are told, once")
    void peopleAreTold(SharedNeighbours neighbours, @TempDir Path state) throws Exception {
        String kafka = neighbours.bootstrapServers();
        try (var kit = new PlatformKit(neighbours);
                var admin = Admin.create(Map.of("bootstrap.servers", kafka));
                var producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", kafka), new ByteArraySerializer(), new ByteArraySerializer())) {
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get(120, TimeUnit.SECONDS);
            producer.send(new ProducerRecord<>(name, new byte[] {1})).get(120, TimeUnit.SECONDS);
            var engine = new StreamsEngine(
                    topology(),
                    new StreamsSettings(name, kafka, state, 1, Duration.ofMillis(10)),
                    new StreamsEngine.Safety(
                            kit.wire,
                            new DeadLetters("test", Clock.systemUTC()),
                            new SimpleMeterRegistry(),
                            Clock.systemUTC(),
                            new DeathNotice(kit.publisher, Clock.systemUTC())));
            engine.start();
            try {
                // Threads that die are what is wanted here, not a failure of the test.
                Await.that("threads died more often than people are told")
                        .dontCatchUncaughtExceptions()
                        .atMost(Duration.ofMinutes(2))
                        .until(() -> deaths.get() > Deaths.REPLACED + 2);
                List<Notification> told = new ArrayList<>();
                Await.that("a notice is there").dontCatchUncaughtExceptions().until(() -> {
                    told.clear();
                    told.addAll(notices(kit));
                    return !told.isEmpty();
                });
                assertThat(told).singleElement().satisfies(notice -> {
                    assertThat(notice.getSeverity()).isEqualTo("critical");
                    assertThat(notice.getBody()).contains("stream threads died", "out of luck");
                });
                assertThat(engine.isHealthy()).isFalse();
            } finally {
                engine.stop();
            }
        }
    }

    /** All that is on the topic about this engine; the broker is shared. */
    private List<Notification> notices(PlatformKit kit) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kit.kafka), new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(Topics.NOTIFICATIONS).stream()
                    .map(it -> new TopicPartition(it.topic(), it.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            List<Notification> found = new ArrayList<>();
            while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.get(it))) {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> {
                    if (name.equals(message.key())) {
                        found.add(read(kit, message.value()));
                    }
                });
            }
            return found;
        }
    }

    private static Notification read(PlatformKit kit, byte[] value) {
        try {
            return kit.wire.decode(Topics.NOTIFICATIONS, value, Notification.class);
        } catch (Unreadable e) {
            throw new AssertionError(e);
        }
    }

    private Topology topology() {
        var topology = new Topology();
        topology.addSource("in", new ByteArrayDeserializer(), new ByteArrayDeserializer(), name);
        topology.addProcessor("dies", Dying::new, "in");
        return topology;
    }

    private final class Dying implements Processor<byte[], byte[], Void, Void> {
        @Override
        public void process(Record<byte[], byte[]> message) {
            deaths.incrementAndGet();
            throw new AssertionError("out of luck");
        }
    }
}
