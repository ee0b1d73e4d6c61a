package io.flyball.platform.streams;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaClientSupplier;

/** Kafka's own clients; only the consumer of a stream thread's input gathers what it reads. */
final class Clients implements KafkaClientSupplier {

    @Override
    public Admin getAdmin(Map<String, Object> config) {
        return Admin.create(config);
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
        return new ReadAheadConsumer(config);
    }

    @Override
    public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> config) {
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> config) {
        return getRestoreConsumer(config);
    }

    private static final class ReadAheadConsumer extends KafkaConsumer<byte[], byte[]> {
        private final ReadAhead gathering = new ReadAhead(new ReadAhead.Input() {
            @Override
            public ConsumerRecords<byte[], byte[]> poll(Duration patience) {
                return ReadAheadConsumer.super.poll(patience);
            }

            @Override
            public long position(TopicPartition partition) {
                return positionOrUnknown(partition);
            }
        });

        private final BrokerIntake intake;

        private ReadAheadConsumer(Map<String, Object> config) {
            super(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
            intake = ConsumerLog.intake(this, config);
        }

        @Override
        public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
            Intake.onThisThread(intake);
            ConsumerRecords<byte[], byte[]> records = gathering.poll(timeout);
            intake.polled(Instant.now());
            return records;
        }

        private long positionOrUnknown(TopicPartition partition) {
            try {
                return assignment().contains(partition) ? position(partition, Duration.ZERO) : -1;
            } catch (TimeoutException _) {
                return -1;
            }
        }
    }
}
