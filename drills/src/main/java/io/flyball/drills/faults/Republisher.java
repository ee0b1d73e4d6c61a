package io.flyball.drills.faults;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Publishes records again, as they were; a copy is never copied. */
final class Republisher implements AutoCloseable {
    private static final String COPY = "drill-copy";

    private final KafkaProducer<byte[], byte[]> producer;
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("republisher").factory());
    private final Map<String, Integer> counts = new TreeMap<>();

    Republisher(String broker) {
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker, "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    static boolean isCopy(ConsumerRecord<byte[], byte[]> record) {
        return record.headers().lastHeader(COPY) != null;
    }

    void again(ConsumerRecord<byte[], byte[]> record, int laterMillis) {
        later.schedule(() -> send(record), laterMillis, TimeUnit.MILLISECONDS);
    }

    private void send(ConsumerRecord<byte[], byte[]> record) {
        RecordHeaders headers = new RecordHeaders(record.headers());
        headers.add(COPY, "1".getBytes(StandardCharsets.UTF_8));
        producer.send(
                new ProducerRecord<>(record.topic(), record.partition(), null, record.key(), record.value(), headers),
                (_, failure) -> {
                    if (failure == null) {
                        count(record.topic());
                    }
                });
    }

    private synchronized void count(String topic) {
        counts.merge(topic, 1, Integer::sum);
    }

    /** How many copies of each topic's records were published. */
    synchronized Map<String, Integer> counts() {
        return new TreeMap<>(counts);
    }

    @Override
    public void close() {
        later.shutdownNow();
        producer.close();
    }
}
