package io.flyball.bench.engine;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Counts what a run leaves on all topics: what crosses, its history, its state, its notifications. */
public final class RecordsPerRun {
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private RecordsPerRun() {}

    /**
     * All committed records, divided by the runs that have been. Commit markers and offsets are not counted.
     *
     * @param runs all that this broker has seen
     */
    public static int count(String kafka, int runs) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> all = consumer.listTopics().values().stream()
                    .flatMap(Collection::stream)
                    .filter(partition -> !partition.topic().startsWith("_"))
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            return Math.round((float) records(consumer, consumer.endOffsets(all)) / runs);
        }
    }

    private static long records(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        long records = 0;
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            records += consumer.poll(PATIENCE).count();
        }
        return records;
    }
}
