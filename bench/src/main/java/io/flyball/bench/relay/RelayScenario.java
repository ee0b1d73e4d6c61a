package io.flyball.bench.relay;

import io.flyball.bench.load.Progress;
import io.flyball.bench.load.Scenario;
import java.nio.ByteBuffer;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The services' side of the raw relay: a record goes through six topics for each step; its first byte counts the steps. */
public final class RelayScenario implements Scenario {
    private final int steps;
    private final int bytes;

    /**
     * A scenario.
     *
     * @param bytes size of a record's value; the engine's are about as large on average
     */
    public RelayScenario(int steps, int bytes) {
        this.steps = steps;
        this.bytes = bytes;
    }

    @Override
    public Set<String> topics() {
        return RelayTopics.TO_SERVICES;
    }

    @Override
    public void begin(String runId, Producer<String, byte[]> out, Progress progress) {
        progress.step(runId);
        send(out, RelayTopics.RESULT, runId, new byte[bytes]);
    }

    @Override
    public void answer(ConsumerRecord<String, byte[]> record, Producer<String, byte[]> out, Progress progress) {
        byte[] value = record.value();
        if (record.topic().equals(RelayTopics.CALL)) {
            progress.step(record.key());
            int done = ByteBuffer.wrap(value).getInt(0) + 1;
            ByteBuffer.wrap(value).putInt(0, done);
            if (done == steps) {
                progress.ended(record.key());
                return;
            }
        }
        send(out, RelayTopics.after(record.topic()), record.key(), value);
    }

    private static void send(Producer<String, byte[]> out, String topic, String run, byte[] value) {
        out.send(new ProducerRecord<>(topic, run, value));
    }
}
