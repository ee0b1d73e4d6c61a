package io.flyball.platform.workqueue;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.localstack.NeighbourKind;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import org.springframework.kafka.core.DefaultShareConsumerFactory;
import org.springframework.kafka.listener.AcknowledgingShareConsumerAwareMessageListener;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ShareKafkaMessageListenerContainer;
import org.springframework.kafka.support.ShareAcknowledgment;

/** Why the work queue is our own. When this fails the library has learned what is missing: see docs/decisions/0062. */
@WithNeighbours(NeighbourKind.BROKER)
class SpringShareContainerIT {
    private final String name = "spring-" + UUID.randomUUID();
    private final AtomicInteger handed = new AtomicInteger();

    @Test
    @DisplayName(
            "spring-kafka's share container hands a record whose lock was renewed to its listener once more, while the first call still works on it")
    void aRenewedRecordIsHandedOutAgain(SharedNeighbours neighbours) throws Exception {
        String kafka = neighbours.bootstrapServers();
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get(120, TimeUnit.SECONDS);
        }
        ShareGroup.configure(kafka, new WorkQueueSettings(name, name, 1, Duration.ofSeconds(30), 9));
        var container = container(kafka);
        container.start();
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(name, new byte[] {1})).get(120, TimeUnit.SECONDS);
            Await.that("the same record is handed out again").until(() -> handed.get() > 2);
        } finally {
            container.stop();
        }
        assertThat(handed.get()).isGreaterThan(2);
    }

    private ShareKafkaMessageListenerContainer<byte[], byte[]> container(String kafka) {
        var consumers = new DefaultShareConsumerFactory<byte[], byte[]>(
                Map.of(
                        "bootstrap.servers",
                        kafka,
                        "group.id",
                        name,
                        "share.acknowledgement.mode",
                        "explicit",
                        "share.acquire.mode",
                        "record_limit",
                        "max.poll.records",
                        1),
                ByteArrayDeserializer::new,
                ByteArrayDeserializer::new);
        var properties = new ContainerProperties(name);
        properties.setGroupId(name);
        properties.setShareAckMode(ContainerProperties.ShareAckMode.MANUAL);
        properties.setMessageListener((AcknowledgingShareConsumerAwareMessageListener<byte[], byte[]>)
                (message, acknowledgment, consumer) -> renew(acknowledgment));
        return new ShareKafkaMessageListenerContainer<>(consumers, properties);
    }

    /** As if the work went on elsewhere: the listener returns, and the lock is renewed. */
    private void renew(ShareAcknowledgment acknowledgment) {
        if (handed.incrementAndGet() < 5) {
            acknowledgment.renew();
        } else {
            acknowledgment.acknowledge();
        }
    }
}
