package io.flyball.bench.growth;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record that a real run left behind, from which those of other runs are made: only the run's id differs, and all ids
 * are equally long, so that lengths in the bytes stay right.
 */
record Template(String topic, int partition, byte[] key, byte[] value, List<Integer> inKey, List<Integer> inValue) {

    static Template of(ConsumerRecord<byte[], byte[]> record, String runId) {
        byte[] id = bytes(runId);
        byte[] value = record.value();
        return new Template(
                record.topic(),
                record.partition(),
                record.key(),
                value,
                positions(record.key(), id),
                positions(value, id));
    }

    static boolean isAbout(String runId, byte[] key) {
        return !positions(key, bytes(runId)).isEmpty();
    }

    byte[] keyOf(String runId) {
        return replaced(key, inKey, runId);
    }

    byte[] valueOf(String runId) {
        return replaced(value, inValue, runId);
    }

    private static byte[] replaced(byte[] original, List<Integer> positions, String runId) {
        byte[] copy = original.clone();
        byte[] id = bytes(runId);
        positions.forEach(at -> System.arraycopy(id, 0, copy, at, id.length));
        return copy;
    }

    private static List<Integer> positions(byte[] bytes, byte[] id) {
        List<Integer> found = new ArrayList<>();
        for (int at = 0; at + id.length <= bytes.length; at++) {
            if (java.util.Arrays.equals(bytes, at, at + id.length, id, 0, id.length)) {
                found.add(at);
            }
        }
        return found;
    }

    private static byte[] bytes(String runId) {
        return runId.getBytes(StandardCharsets.UTF_8);
    }
}
