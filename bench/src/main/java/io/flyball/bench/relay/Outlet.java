package io.flyball.bench.relay;

import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** Where a relay writes, and how it says what it has dealt with. */
interface Outlet extends AutoCloseable {

    static Outlet of(RelayKind kind, String kafka, KafkaConsumer<String, byte[]> consumer) {
        return switch (kind) {
            case ACKNOWLEDGED -> new AcknowledgedOutlet(kafka, consumer);
            case TRANSACTIONAL -> new TransactionalOutlet(kafka, consumer);
        };
    }

    /** Records of one poll follow. */
    void begin();

    void write(ProducerRecord<String, byte[]> record);

    /** They are all written; what comes next is there. */
    void commit(Map<TopicPartition, OffsetAndMetadata> next);

    @Override
    void close();
}
