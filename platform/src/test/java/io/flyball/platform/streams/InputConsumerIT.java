package io.flyball.platform.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.localstack.NeighbourKind;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@WithNeighbours(NeighbourKind.BROKER)
class InputConsumerIT {
    private static final Duration USUAL = Duration.ofMillis(100);
    private static final int RECORDS = 300;
    private static final int CONSUMERS = 100;

    private final TopicPartition partition = new TopicPartition("input-" + UUID.randomUUID(), 0);
    private final Bell bell = new Bell();

    @Test
    @DisplayName("However often the bell rings, each record is read once and in order")
    void nothingIsLostToTheBell(SharedNeighbours neighbours) throws Exception {
        String kafka = neighbours.bootstrapServers();
        try (var consumer = consumer(kafka);
                var producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", kafka), new ByteArraySerializer(), new ByteArraySerializer())) {
            var over = new AtomicBoolean();
            Thread ringing = Thread.ofPlatform().start(() -> {
                while (!over.get()) {
                    bell.ring();
                    LockSupport.parkNanos(1_000_000);
                }
            });
            List<Long> read = new ArrayList<>();
            try {
                for (int sent = 0; read.size() < RECORDS; ) {
                    if (sent < RECORDS) {
                        producer.send(new ProducerRecord<>(partition.topic(), new byte[] {1}));
                        sent++;
                    }
                    consumer.poll(USUAL).forEach(message -> read.add(message.offset()));
                    assertThat(consumer.position(partition)).isEqualTo(read.size());
                }
            } finally {
                over.set(true);
                ringing.join();
            }
            assertThat(read)
                    .containsExactlyElementsOf(
                            LongStream.range(0, RECORDS).boxed().toList());
        }
    }

    @Test
    @DisplayName("A ring that comes when the wait is over already ends no later call of the thread")
    void noRingIsLeftOver(SharedNeighbours neighbours) throws Exception {
        consumer(neighbours.bootstrapServers()).close();
        var over = new AtomicBoolean();
        Thread ringing = Thread.ofPlatform().start(() -> {
            while (!over.get()) {
                bell.ring();
            }
        });
        try {
            for (int i = 0; i < CONSUMERS; i++) {
                try (var consumer = reader(neighbours.bootstrapServers())) {
                    consumer.poll(USUAL);
                    // Asks the broker, and would be what the ring ends.
                    assertThat(consumer.endOffsets(List.of(partition))).containsEntry(partition, 0L);
                }
            }
        } finally {
            over.set(true);
            ringing.join();
        }
    }

    @Test
    @DisplayName("When the end has been rung nobody waits for longer than usual")
    void theEnd() {
        bell.ringTheEnd();
        assertThat(bell.enter(() -> {})).isFalse();
    }

    private InputConsumer consumer(String kafka) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            admin.createTopics(List.of(new NewTopic(partition.topic(), 1, (short) 1)))
                    .all()
                    .get(120, TimeUnit.SECONDS);
        }
        return reader(kafka);
    }

    private InputConsumer reader(String kafka) {
        var consumer = new InputConsumer(Map.of("bootstrap.servers", kafka), bell, Duration.ZERO);
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        return consumer;
    }
}
