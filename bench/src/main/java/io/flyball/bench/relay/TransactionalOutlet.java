package io.flyball.bench.relay;

import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A transaction for each poll that brought something, with the settings that the engine has. */
final class TransactionalOutlet implements Outlet {
    private final KafkaConsumer<String, byte[]> consumer;
    private final KafkaProducer<String, byte[]> producer;
    private boolean open;

    TransactionalOutlet(String kafka, KafkaConsumer<String, byte[]> consumer) {
        this.consumer = consumer;
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka,
                        "transactional.id",
                        "relay",
                        "acks",
                        "all",
                        "linger.ms",
                        100,
                        "batch.size",
                        128 * 1024,
                        "retry.backoff.ms",
                        2),
                new StringSerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
    }

    @Override
    public void begin() {
        open = false;
    }

    @Override
    public void write(ProducerRecord<String, byte[]> record) {
        if (!open) {
            producer.beginTransaction();
            open = true;
        }
        producer.send(record);
    }

    @Override
    public void commit(Map<TopicPartition, OffsetAndMetadata> next) {
        if (open) {
            producer.sendOffsetsToTransaction(next, consumer.groupMetadata());
            producer.commitTransaction();
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
