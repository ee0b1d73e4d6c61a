package io.flyball.console.kit;

import io.flyball.platform.wire.RegistryWire;
import io.flyball.platform.wire.Unreadable;
import io.flyball.testkit.SharedNeighbours;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a whole topic with the plain client, as a subscriber of ours would: committed records only. */
public final class TopicReader<T extends SpecificRecord> {
    private final String bootstrapServers;
    private final String topic;
    private final Class<T> type;
    private final RegistryWire wire;

    public TopicReader(SharedNeighbours neighbours, String topic, Class<T> type) {
        this.bootstrapServers = neighbours.bootstrapServers();
        this.topic = topic;
        this.type = type;
        this.wire = new RegistryWire(URI.create(neighbours.registryUrl()));
    }

    /** A record with what it came with. */
    public record Read<T>(ConsumerRecord<String, byte[]> message, T record) {

        public String header(String name) {
            var header = message.headers().lastHeader(name);
            return header == null ? "" : new String(header.value(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    /** Everything that is on the topic now and fits. */
    public List<Read<T>> all(Predicate<T> wanted) {
        try (var consumer = new KafkaConsumer<String, byte[]>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<Read<T>> found = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var message : consumer.poll(Duration.ofMillis(100))) {
                    decode(message, wanted, found);
                }
            }
            return found;
        }
    }

    private void decode(ConsumerRecord<String, byte[]> message, Predicate<T> wanted, List<Read<T>> found) {
        try {
            T record = wire.decode(topic, message.value(), type);
            if (wanted.test(record)) {
                found.add(new Read<>(message, record));
            }
        } catch (Unreadable _) {
            // Another test's business: only what is wanted must be readable.
        }
    }
}
