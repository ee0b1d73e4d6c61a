package io.flyball.console.audit;

import io.flyball.contract.AuditEntry;
import io.flyball.platform.connection.ConnectionProperties;
import io.flyball.platform.wire.Unreadable;
import io.flyball.platform.wire.Wire;
import io.flyball.schemas.Topics;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * One passage over all that agent.audit holds at its start, in the order of each partition; a batch is in memory at a time. A
 * record that nobody can read is told as such in its place: left out, it would hide damage, and ending there would hide the rest.
 */
final class AuditTopic implements Iterator<AuditTopic.Found>, AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What stands at a place of the topic. */
    sealed interface Found {

        record Entry(AuditEntry entry) implements Found {}

        /** What nobody can read, and why. */
        record Damage(String why) implements Found {}
    }

    private final Wire wire;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Long> ends;
    private final Deque<Found> read = new ArrayDeque<>();

    AuditTopic(ConnectionProperties connection, Wire wire) {
        this.wire = wire;
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        connection.kafka(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.AUDIT).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        ends = new HashMap<>(consumer.endOffsets(partitions));
    }

    /** @throws TimeoutException if the broker gives nothing for a minute, although there is more */
    @Override
    public boolean hasNext() {
        long began = System.nanoTime();
        while (read.isEmpty() && !atTheEnd()) {
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new TimeoutException("nothing of " + Topics.AUDIT + " came for " + PATIENCE.toSeconds() + " s");
            }
            consumer.poll(POLL).forEach(this::accept);
        }
        return !read.isEmpty();
    }

    private boolean atTheEnd() {
        ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
        return ends.isEmpty();
    }

    private void accept(ConsumerRecord<byte[], byte[]> message) {
        try {
            read.add(new Found.Entry(wire.decode(message.topic(), message.value(), AuditEntry.class)));
        } catch (Unreadable e) {
            read.add(new Found.Damage("record %d of partition %d of %s cannot be read: %s"
                    .formatted(message.offset(), message.partition(), message.topic(), e.getMessage())));
        }
    }

    @Override
    public Found next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return read.remove();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
