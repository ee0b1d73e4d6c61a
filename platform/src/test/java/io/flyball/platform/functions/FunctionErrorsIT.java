package io.flyball.platform.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.DeadLetter;
import io.flyball.localstack.NeighbourKind;
import io.flyball.platform.PlatformKit;
import io.flyball.platform.subscribe.Projection;
import io.flyball.platform.subscribe.Subscription;
import io.flyball.schemas.Topics;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.messaging.MessagingException;

@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY})
class FunctionErrorsIT {
    private final String topic = "functions-" + UUID.randomUUID();
    private final List<String> used = new CopyOnWriteArrayList<>();
    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    @DisplayName(
            "OPS-7 what is unusable is a dead letter with its reason at once; whatever else fails comes again, and those behind it wait")
    void twoKinds(SharedNeighbours neighbours) throws Exception {
        List<DeadLetter> letters = new CopyOnWriteArrayList<>();
        try (PlatformKit kit = new PlatformKit(neighbours)) {
            send(kit, "bad", "flaky", "good");
            var shelf = new Projection(kit.kafka, "letters", kit.wire)
                    .on(new Subscription<>(Topics.DEAD_LETTERS, DeadLetter.class, letters::add));
            shelf.start();
            var container = container(kit);
            new FunctionsConfiguration().oneDeadLetterPath(kit.deadLetters).configure(container, topic, "group");
            container.start();
            try {
                Await.that("all have been read").until(() -> used.contains("good"));
                assertThat(used).containsExactly("flaky", "good");
                assertThat(attempts).hasValue(4);
                Await.that("one dead letter").until(() -> letters.stream().anyMatch(this::isOurs));
                assertThat(letters.stream().filter(this::isOurs))
                        .singleElement()
                        .satisfies(letter -> assertThat(letter.getReason()).isEqualTo("it says bad"));
            } finally {
                container.stop();
                shelf.stop();
            }
        }
    }

    private boolean isOurs(DeadLetter letter) {
        return letter.getTopic().equals(topic);
    }

    /** What is thrown arrives wrapped, as it does from the binder. */
    private void use(String record) {
        try {
            switch (record) {
                case "bad" -> throw new Unusable("it says bad", new IllegalArgumentException(record));
                case "flaky" -> failThreeTimes();
                default -> {}
            }
        } catch (RuntimeException e) {
            throw new MessagingException("wrapped", e);
        }
        used.add(record);
    }

    private void failThreeTimes() {
        if (attempts.incrementAndGet() < 4) {
            throw new IllegalStateException("not now");
        }
    }

    private KafkaMessageListenerContainer<byte[], byte[]> container(PlatformKit kit) {
        var properties = new ContainerProperties(topic);
        properties.setGroupId(topic);
        properties.setMessageListener(
                (MessageListener<byte[], byte[]>) record -> use(new String(record.value(), StandardCharsets.UTF_8)));
        return new KafkaMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<>(
                        Map.of("bootstrap.servers", kit.kafka, "auto.offset.reset", "earliest"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer()),
                properties);
    }

    private void send(PlatformKit kit, String... values) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kit.kafka));
                var producer = new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", kit.kafka),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get(1, TimeUnit.MINUTES);
            for (String value : values) {
                producer.send(new ProducerRecord<>(topic, value.getBytes(StandardCharsets.UTF_8)))
                        .get(1, TimeUnit.MINUTES);
            }
        }
    }
}
