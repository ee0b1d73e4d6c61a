package io.flyball.planner;

import io.flyball.platform.wire.Unreadable;
import io.flyball.platform.wire.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a whole topic from its beginning, each time a little further. */
final class TopicReader<T extends SpecificRecord> implements AutoCloseable {
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Class<T> type;
    private final Wire wire;
    private final List<T> read = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();

    TopicReader(String bootstrapServers, String topic, Class<T> type, Wire wire) {
        this.type = type;
        this.wire = wire;
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList());
        consumer.seekToBeginning(consumer.assignment());
    }

    List<T> all() {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
            try {
                read.add(wire.decode(record.topic(), record.value(), type));
                keys.add(new String(record.key(), StandardCharsets.UTF_8));
            } catch (Unreadable e) {
                throw new AssertionError(e);
            }
        }
        return List.copyOf(read);
    }

    String keyOf(T record) {
        return keys.get(read.indexOf(record));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
