package io.flyball.bench.relay;

import io.flyball.platform.publish.Publisher;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** Five times a second, once all replicas have what was written, what was read is committed. As fast as at least once can be. */
final class AcknowledgedOutlet implements Outlet {
    private static final long BETWEEN_COMMITS = Duration.ofMillis(200).toNanos();

    private final KafkaConsumer<String, byte[]> consumer;
    private final Producer<String, byte[]> producer;
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private long committed = System.nanoTime();

    AcknowledgedOutlet(String kafka, KafkaConsumer<String, byte[]> consumer) {
        this.consumer = consumer;
        this.producer = Publisher.producer(kafka, "relay");
    }

    @Override
    public void begin() {
        Exception failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException("the relay cannot write", failed);
        }
    }

    @Override
    public void write(ProducerRecord<String, byte[]> record) {
        producer.send(record, (_, e) -> {
            if (e != null) {
                failure.set(e);
            }
        });
    }

    @Override
    public void commit(Map<TopicPartition, OffsetAndMetadata> next) {
        if (System.nanoTime() - committed > BETWEEN_COMMITS) {
            producer.flush();
            consumer.commitAsync();
            committed = System.nanoTime();
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
