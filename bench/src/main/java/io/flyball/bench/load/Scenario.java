package io.flyball.bench.load;

import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;

/** What a run consists of, seen from the side that answers at once. */
public interface Scenario {
    /** The topics that this side reads. */
    Set<String> topics();

    /** Opens a run. */
    void begin(String runId, Producer<String, byte[]> out, Progress progress);

    /** Answers a record, if it is to be answered. */
    void answer(ConsumerRecord<String, byte[]> record, Producer<String, byte[]> out, Progress progress);
}
