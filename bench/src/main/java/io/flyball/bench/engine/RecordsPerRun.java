package io.flyball.bench.engine;

import io.flyball.bench.report.Figures;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
     * All committed records on each topic, divided by the runs that have been; the most first. Commit markers and offsets are not counted.
     *
     * @param runs all that this broker has seen
     */
    public static Map<String, Double> byTopic(String kafka, int runs) {
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
            Map<String, Double> found = new LinkedHashMap<>();
            records(consumer, consumer.endOffsets(all)).entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                    .forEach(it -> found.put(it.getKey(), Figures.rounded((double) it.getValue() / runs)));
            return found;
        }
    }

    /** Of all topics together. */
    public static int sum(Map<String, Double> byTopic) {
        return (int) Math.round(
                byTopic.values().stream().mapToDouble(Double::doubleValue).sum());
    }

    private static Map<String, Integer> records(
            KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        Map<String, Integer> records = new HashMap<>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(PATIENCE).forEach(message -> records.merge(message.topic(), 1, Integer::sum));
        }
        return records;
    }
}
