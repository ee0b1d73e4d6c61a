package io.flyball.platform.streams;

import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Writes a stream thread's output, and nothing where there is none. */
final class OutputProducer extends KafkaProducer<byte[], byte[]> {
    private final NewOffsets offsets = new NewOffsets();
    /** Begun with Kafka's client; the broker hears of a transaction with what is first said in it. */
    private boolean begun;

    OutputProducer(Map<String, Object> config) {
        super(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public void beginTransaction() {
        if (!begun) {
            super.beginTransaction();
            begun = true;
        }
    }

    @Override
    public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> message, @Nullable Callback callback) {
        offsets.written();
        return super.send(message, callback);
    }

    @Override
    public void sendOffsetsToTransaction(Map<TopicPartition, OffsetAndMetadata> reached, ConsumerGroupMetadata group) {
        if (offsets.matter(reached)) {
            super.sendOffsetsToTransaction(reached, group);
            offsets.added(reached);
        }
    }

    /** One in which nothing was said goes on as the next. */
    @Override
    public void commitTransaction() {
        if (offsets.said()) {
            super.commitTransaction();
            begun = false;
            offsets.committed();
        }
    }

    @Override
    public void abortTransaction() {
        offsets.aborted();
        begun = false;
        super.abortTransaction();
    }
}
