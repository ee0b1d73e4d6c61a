package io.flyball.bench.growth;

import io.flyball.bench.load.RunIds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Makes past runs without running them: what one real run left in the history, the results and the engine's changelogs is
 * written again under other ids, and then what the engine deletes when it forgets a run is deleted. The engine must not
 * run meanwhile; it finds all of it at its next start.
 */
public final class PastRuns {
    /** The stores from which a run is dropped when it is forgotten; in the others it stays. */
    private static final List<String> FORGOTTEN = List.of("-runs-changelog", "-turns-changelog");

    private final String kafka;
    private final List<Template> traces;

    private PastRuns(String kafka, List<Template> traces) {
        this.kafka = kafka;
        this.traces = traces;
    }

    /** Past runs like the first one that has ended there. */
    public static PastRuns likeTheFirst(String kafka) {
        return new PastRuns(kafka, Traces.ofFirstRun(kafka));
    }

    /** How many records each of them has left. */
    public int recordsEach() {
        return traces.size();
    }

    /** Writes so many. */
    public void seed(int runs) {
        try (var producer = producer()) {
            Map<String, Integer> partitions = new HashMap<>();
            traces.forEach(trace -> partitions.computeIfAbsent(
                    trace.topic(), topic -> producer.partitionsFor(topic).size()));
            for (int i = 0; i < runs; i++) {
                seed(producer, partitions, RunIds.next(), i);
            }
        }
    }

    private void seed(KafkaProducer<byte[], byte[]> producer, Map<String, Integer> partitions, String run, int i) {
        for (Template trace : traces) {
            int partition = (trace.partition() + i) % partitions.getOrDefault(trace.topic(), 1);
            byte[] key = trace.keyOf(run);
            producer.send(new ProducerRecord<>(trace.topic(), partition, key, trace.valueOf(run)));
            if (FORGOTTEN.stream().anyMatch(trace.topic()::endsWith)) {
                producer.send(new ProducerRecord<>(trace.topic(), partition, key, null));
            }
        }
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka,
                        "acks",
                        "1",
                        "enable.idempotence",
                        false,
                        "linger.ms",
                        20,
                        "batch.size",
                        512 * 1024,
                        "buffer.memory",
                        128L * 1024 * 1024),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
