package io.flyball.platform.streams;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Whether a transaction has anything to say. After every look at the clock Kafka Streams commits where its input stands, also
 * when nothing was read or written since: four requests and a marker in two logs, five times a second in every service.
 */
final class NewOffsets {
    private final Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
    private final Map<TopicPartition, OffsetAndMetadata> inTransaction = new HashMap<>();
    private boolean written;

    /** A record is part of this transaction. */
    void written() {
        written = true;
    }

    /** Whether those offsets must be part of this transaction: it has records, or they are not those committed last. */
    boolean matter(Map<TopicPartition, OffsetAndMetadata> offsets) {
        return written || !committed.entrySet().containsAll(offsets.entrySet());
    }

    /** Those offsets are part of this transaction. */
    void added(Map<TopicPartition, OffsetAndMetadata> offsets) {
        inTransaction.putAll(offsets);
    }

    /** Whether anything is part of this transaction. */
    boolean said() {
        return written || !inTransaction.isEmpty();
    }

    void committed() {
        committed.putAll(inTransaction);
        begunAnew();
    }

    /** What was aborted may be committed by another next, so nothing is known any more. */
    void aborted() {
        committed.clear();
        begunAnew();
    }

    private void begunAnew() {
        inTransaction.clear();
        written = false;
    }
}
