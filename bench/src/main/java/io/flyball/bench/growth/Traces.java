package io.flyball.bench.growth;

import io.flyball.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads what one ended run has left: its history, its result, and what the engine's stores keep of it. */
final class Traces {
    static final String CHANGELOG = "-changelog";
    private static final Set<String> HISTORY = Set.of(Topics.RUN_EVENTS, Topics.RESULTS);
    /** The run is one of the first, so that its records are among the first. */
    private static final int ENOUGH = 60_000;

    private Traces() {}

    /** The traces of the first run that has ended; of a changelog the newest record of each key. */
    static List<Template> ofFirstRun(String kafka) {
        try (var consumer = consumer(kafka)) {
            String[] run = new String[1];
            read(consumer, Topics.RESULTS, 1, record -> run[0] = new String(record.key()));
            if (run[0] == null) {
                throw new IllegalStateException("no run has ended yet");
            }
            List<Template> traces = new ArrayList<>();
            for (String topic : consumer.listTopics().keySet()) {
                if (HISTORY.contains(topic) || topic.endsWith(CHANGELOG)) {
                    traces.addAll(of(consumer, topic, run[0]));
                }
            }
            return traces;
        }
    }

    private static List<Template> of(KafkaConsumer<byte[], byte[]> consumer, String topic, String run) {
        Map<String, Template> found = new LinkedHashMap<>();
        read(consumer, topic, ENOUGH, record -> {
            if (record.key() != null && record.value() != null && Template.isAbout(run, record.key())) {
                String identity = topic.endsWith(CHANGELOG) ? new String(record.key()) : "" + record.offset();
                found.put(identity, Template.of(record, run));
            }
        });
        return List.copyOf(found.values());
    }

    private static void read(
            KafkaConsumer<byte[], byte[]> consumer,
            String topic,
            int most,
            Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        int seen = 0;
        for (int empty = 0; empty < 3 && seen < most; ) {
            var records = consumer.poll(Duration.ofMillis(200));
            empty = records.isEmpty() ? empty + 1 : 0;
            for (ConsumerRecord<byte[], byte[]> record : records) {
                if (seen++ < most) {
                    reader.accept(record);
                }
            }
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String kafka) {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka, "isolation.level", "read_committed", "enable.auto.commit", false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
