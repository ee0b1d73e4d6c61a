package io.flyball.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("All four neighbours as real processes")
class NeighboursIT {

    @TempDir
    static Path data;

    static final List<Neighbour> ready = new ArrayList<>();
    static Neighbours neighbours;

    @BeforeAll
    static void start() {
        neighbours = Neighbours.start(Fixture.settings(data, true, NeighbourKind.values()), ready::add);
        neighbours
                .all()
                .forEach(n -> System.out.printf(
                        "%s ready after %d ms, %s%n", n.name(), n.readyAfter().toMillis(), Rss.of(n.pid())));
    }

    @AfterAll
    static void stop() {
        neighbours.close();
    }

    @Test
    void eachIsToldOfOnceAndAnswers() {
        assertThat(ready).extracting(Neighbour::kind).containsExactlyInAnyOrder(NeighbourKind.values());
        assertThat(ready).allSatisfy(neighbour -> {
            assertThat(neighbour.alive()).isTrue();
            assertThat(neighbour.readyAfter()).isPositive();
            assertThat(neighbour.log()).exists();
        });
    }

    @Test
    @DisplayName("A record survives kill -9 of the broker")
    void aRecordSurvivesACrashOfTheBroker() throws Exception {
        var broker = neighbours.get(NeighbourKind.BROKER);
        var bootstrap = broker.url().getAuthority();
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic("crash", 1, (short) 1)))
                    .all()
                    .get();
        }
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrap, "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>("crash", "key", "before the crash"))
                    .get();
        }
        var before = broker.pid();

        broker.kill();
        assertThat(broker.alive()).isFalse();
        broker.restart();

        System.out.printf("broker back after %d ms%n", broker.readyAfter().toMillis());
        assertThat(broker.pid()).isNotEqualTo(before);
        assertThat(read(bootstrap, "crash")).containsExactly("before the crash");
    }

    private static List<String> read(String bootstrap, String topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrap),
                new StringDeserializer(),
                new StringDeserializer())) {
            var partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var found = new ArrayList<String>();
            var until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (found.isEmpty() && System.nanoTime() < until) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> found.add(record.value()));
            }
            return found;
        }
    }
}
