package io.flyball.drills.budgetrace;

import io.flyball.contract.Usage;
import io.flyball.platform.wire.RegistryWire;
import io.flyball.platform.wire.Unreadable;
import io.flyball.schemas.Topics;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What the ledger must have: the first usage record of every call, as the topic has it. */
final class Booked {
    private static final Duration POLL = Duration.ofSeconds(1);

    private Booked() {}

    /**
     * One entry.
     *
     * @param estimated whether its spender died before it could tell
     */
    record Entry(long micros, boolean estimated) {}

    static Map<String, Entry> read(String kafka, URI registry) {
        Map<String, Entry> booked = new HashMap<>();
        var settings = Map.<String, Object>of("bootstrap.servers", kafka, "isolation.level", "read_committed");
        try (var wire = new RegistryWire(registry);
                var consumer =
                        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> all = consumer.partitionsFor(Topics.USAGE).stream()
                    .map(it -> new TopicPartition(it.topic(), it.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            while (all.stream().anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
                consumer.poll(POLL).forEach(record -> book(booked, wire, record));
            }
        }
        return booked;
    }

    private static void book(Map<String, Entry> booked, RegistryWire wire, ConsumerRecord<byte[], byte[]> record) {
        try {
            Usage usage = wire.decode(Topics.USAGE, record.value(), Usage.class);
            long micros = CallPrice.micros(
                    usage.getTokens().getInput(), usage.getTokens().getOutput());
            booked.putIfAbsent(usage.getId(), new Entry(micros, usage.getEstimated()));
        } catch (Unreadable e) {
            throw new IllegalStateException("a record of the drill itself cannot be read", e);
        }
    }
}
