package io.flyball.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.cli.CommandLineUnderTest;
import io.flyball.localstack.Neighbour;
import io.flyball.localstack.NeighbourKind;
import io.flyball.localstack.transactions.OpenTransaction;
import io.flyball.localstack.transactions.OpenTransactions;
import io.flyball.localstack.transactions.TransactionCure;
import io.flyball.platform.topics.TopicProvisioner;
import io.flyball.schemas.TopicCatalogue;
import io.flyball.schemas.Topics;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** On a real broker, which is made to forget a transaction: its coordinator's record of it is deleted, and it is killed. */
@WithNeighbours(NeighbourKind.BROKER)
class HangingTransactionsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    /** Whoever calls itself so may write to Kafka's own topics. */
    private static final String PRIVILEGED = "__admin_client";

    private static final TransactionCure.Times TIMES =
            new TransactionCure.Times(Duration.ofMillis(300), PATIENCE, Duration.ofMinutes(5));

    private final String topic = "hanging-" + UUID.randomUUID();
    private final String transactionalId = "forgotten-" + UUID.randomUUID();
    private String kafka;
    private Admin admin;
    private @Nullable TransactionCure cure;

    @BeforeEach
    void topic(SharedNeighbours neighbours) throws Exception {
        kafka = neighbours.bootstrapServers();
        admin = Admin.create(Map.of("bootstrap.servers", kafka));
        admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
    }

    @AfterEach
    void end() {
        if (cure != null) {
            cure.close();
        }
        admin.close();
    }

    @Test
    @DisplayName("RUN-20 a transaction that the broker has forgotten is aborted, so that readers get past it")
    void forgotten(SharedNeighbours neighbours) throws Exception {
        begin(transactionalId);
        forget(neighbours.neighbour(NeighbourKind.BROKER), transactionalId);
        assertThat(open()).hasSize(1);

        cure = TransactionCure.begin(kafka, TIMES, _ -> {});
        Await.that("nothing is open any more").until(() -> open().isEmpty());
    }

    @Test
    @DisplayName("RUN-20 a transaction that is only slow is left alone, and commits")
    void slow() throws Exception {
        cure = TransactionCure.begin(kafka, TIMES, _ -> {});
        try (var producer = begin(transactionalId)) {
            long since = System.nanoTime();
            Await.that("it has been open for much longer than the patience")
                    .until(() -> System.nanoTime() - since > 3 * PATIENCE.toNanos());
            assertThat(open()).hasSize(1);
            producer.commitTransaction();
        }
        Await.that("it is committed").until(() -> open().isEmpty());
    }

    @Test
    @DisplayName("RUN-20 the doctor names what hangs on our topics, aborts it on order, and leaves others' alone")
    void doctor(SharedNeighbours neighbours) throws Exception {
        new TopicProvisioner(TopicCatalogue.load(), 1, 1).provision(kafka);
        String ours = Topics.BUDGET_EVENTS;
        String oursId = "ours-" + UUID.randomUUID();
        begin(transactionalId, topic);
        begin(oursId, ours);
        forget(neighbours.neighbour(NeighbourKind.BROKER), transactionalId, oursId);
        var flyball = new CommandLineUnderTest()
                .with("FLYBALL_DATA_DIR", "/nowhere/at/all")
                .with("FLYBALL_REDIS_URL", "redis://127.0.0.1:9");

        var seen = flyball.run("doctor", "--kafka", kafka, "--patience", "2");
        assertThat(seen.exitCode()).isEqualTo(1);
        assertThat(seen.out()).contains("hangs in " + ours).doesNotContain("hangs in " + topic);
        assertThat(open(ours)).hasSize(1);

        var refused = flyball.typing("no\n").run("doctor", "--kafka", kafka, "--patience", "2", "--abort-hanging");
        assertThat(refused.exitCode()).isEqualTo(5);
        assertThat(open(ours)).hasSize(1);

        flyball.typing("yes\n").run("doctor", "--kafka", kafka, "--patience", "2", "--abort-hanging");
        Await.that("ours is open no more").until(() -> open(ours).isEmpty());
        assertThat(open()).as("that of somebody else").hasSize(1);
    }

    private KafkaProducer<byte[], byte[]> begin(String id) throws Exception {
        return begin(id, topic);
    }

    private KafkaProducer<byte[], byte[]> begin(String id, String topic) throws Exception {
        var producer = producer(Map.of("transactional.id", id, "transaction.timeout.ms", 60_000));
        producer.initTransactions();
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(topic, new byte[] {1})).get(120, TimeUnit.SECONDS);
        return producer;
    }

    private List<OpenTransaction> open() throws Exception {
        return open(topic);
    }

    private List<OpenTransaction> open(String topic) throws Exception {
        return new OpenTransactions(admin)
                .look().stream()
                        .filter(transaction -> transaction.place().topic().equals(topic))
                        .toList();
    }

    private void forget(Neighbour broker, String... ids) throws Exception {
        String log = "__transaction_state";
        try (var producer = producer(Map.of("client.id", PRIVILEGED))) {
            for (String id : ids) {
                int partition =
                        Utils.abs(id.hashCode()) % producer.partitionsFor(log).size();
                producer.send(new ProducerRecord<>(log, partition, key(id), null))
                        .get(120, TimeUnit.SECONDS);
            }
        }
        broker.kill();
        broker.restart();
    }

    /** As the coordinator writes it: a version, the length, the name. */
    private static byte[] key(String id) {
        byte[] name = id.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(4 + name.length)
                .putShort((short) 0)
                .putShort((short) name.length)
                .put(name)
                .array();
    }

    private KafkaProducer<byte[], byte[]> producer(Map<String, Object> more) {
        Map<String, Object> settings = new java.util.HashMap<>(more);
        settings.put("bootstrap.servers", kafka);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
