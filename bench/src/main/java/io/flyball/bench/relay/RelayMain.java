package io.flyball.bench.relay;

import io.flyball.platform.publish.Publisher;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * The engine's side of the raw relay, as a process of its own: reads, writes on, and commits what it has read once what it
 * wrote is acknowledged by all replicas, five times a second. At least once, and as fast as that can be.
 */
public final class RelayMain {
    private static final long BETWEEN_COMMITS = Duration.ofMillis(200).toNanos();

    private RelayMain() {}

    /** The argument is the broker's address. */
    public static void main(String[] args) {
        try (var consumer = consumer(args[0]);
                var producer = Publisher.producer(args[0], "relay")) {
            consumer.subscribe(RelayTopics.TO_ENGINE);
            relay(consumer, producer);
        }
    }

    private static KafkaConsumer<String, byte[]> consumer(String kafka) {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka,
                        "group.id",
                        "relay",
                        "auto.offset.reset",
                        "earliest",
                        "enable.auto.commit",
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    private static void relay(KafkaConsumer<String, byte[]> consumer, Producer<String, byte[]> producer) {
        AtomicReference<Exception> failure = new AtomicReference<>();
        long committed = System.nanoTime();
        while (failure.get() == null) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                String next = RelayTopics.after(record.topic());
                producer.send(new ProducerRecord<>(next, record.key(), record.value()), (_, e) -> {
                    if (e != null) {
                        failure.set(e);
                    }
                });
            }
            if (System.nanoTime() - committed > BETWEEN_COMMITS) {
                producer.flush();
                consumer.commitAsync();
                committed = System.nanoTime();
            }
        }
        throw new IllegalStateException("the relay cannot write", failure.get());
    }
}
