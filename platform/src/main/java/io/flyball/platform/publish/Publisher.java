package io.flyball.platform.publish;

import io.flyball.platform.wire.RecordSizes;
import io.flyball.platform.wire.RecordTooLarge;
import io.flyball.platform.wire.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends records outside Kafka Streams; done when all in-sync replicas have them. */
public final class Publisher implements AutoCloseable {
    private final Producer<String, byte[]> producer;
    private final Wire wire;
    private final EventHeaders headers;
    private final Clock clock;
    private final RecordSizes sizes = new RecordSizes();

    public Publisher(Producer<String, byte[]> producer, Wire wire, EventHeaders headers, Clock clock) {
        this.producer = producer;
        this.wire = wire;
        this.headers = headers;
        this.clock = clock;
    }

    /** An idempotent producer that waits for all in-sync replicas and gives up after 15 s. */
    public static Producer<String, byte[]> producer(String bootstrapServers, String clientId) {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.CLIENT_ID_CONFIG,
                        clientId,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.LINGER_MS_CONFIG,
                        0,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        5_000,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        5_000,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        15_000),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /**
     * Sends the record in the current trace.
     *
     * @return completes when Kafka has acknowledged it; fails if it has not within 15 s, and at once with {@link RecordTooLarge}
     *     if it never would
     */
    public CompletableFuture<RecordMetadata> send(String topic, String key, SpecificRecord record) {
        CompletableFuture<RecordMetadata> acknowledged = new CompletableFuture<>();
        try {
            byte[] value = wire.encode(topic, record);
            var message = new ProducerRecord<String, byte[]>(
                    topic, null, key, value, headers.of(key, record, clock.instant()));
            byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
            sizes.check(topic, RecordSizes.of(keyBytes, value, message.headers()), record);
            producer.send(message, (metadata, failure) -> {
                if (failure == null) {
                    acknowledged.complete(metadata);
                } else {
                    acknowledged.completeExceptionally(failure);
                }
            });
        } catch (RuntimeException e) {
            acknowledged.completeExceptionally(e);
        }
        return acknowledged;
    }

    @Override
    public void close() {
        producer.close();
    }
}
