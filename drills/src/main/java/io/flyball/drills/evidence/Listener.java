package io.flyball.drills.evidence;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Is handed every record that the collector reads, in its thread. */
@FunctionalInterface
public interface Listener {
    /** One record, as it stands on its topic. */
    void accept(ConsumerRecord<byte[], byte[]> message, Records records);
}
