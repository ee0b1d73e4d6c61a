package io.flyball.console.outbox;

import io.flyball.contract.DeadLetter;
import io.flyball.platform.connection.ConnectionProperties;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sends dead letters back to where they came from: key, value and headers unchanged. */
@Component
public final class Replay implements AutoCloseable {
    private final Producer<byte[], byte[]> producer;

    Replay(ConnectionProperties connection) {
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, connection.kafka(),
                        ProducerConfig.CLIENT_ID_CONFIG, "console-replay",
                        ProducerConfig.ACKS_CONFIG, "all",
                        ProducerConfig.LINGER_MS_CONFIG, 0,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 15_000),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /**
     * Returns once Kafka has the record again.
     *
     * @throws org.apache.kafka.common.KafkaException if it has not acknowledged it
     */
    public Sent send(DeadLetter letter) {
        var record =
                new ProducerRecord<byte[], byte[]>(letter.getTopic(), bytes(letter.getKey()), bytes(letter.getValue()));
        letter.getHeaders()
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        CompletableFuture<RecordMetadata> acknowledged = new CompletableFuture<>();
        producer.send(record, (metadata, failure) -> {
            if (failure == null) {
                acknowledged.complete(metadata);
            } else {
                acknowledged.completeExceptionally(failure);
            }
        });
        Outbox.await(acknowledged);
        RecordMetadata place = acknowledged.join();
        return new Sent(place.topic(), place.partition(), place.offset());
    }

    private static byte @Nullable [] bytes(@Nullable ByteBuffer buffer) {
        if (buffer == null) {
            return null;
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    @Override
    public void close() {
        producer.close();
    }

    /** Where the record stands now. */
    public record Sent(String topic, int partition, long offset) {}
}
