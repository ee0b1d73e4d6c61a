package io.flyball.bench.relay;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The engine's side of a raw relay, as a process of its own: reads, and writes on. */
public final class RelayMain {
    private static final Duration PATIENCE = Duration.ofMillis(200);
    /** About as large as a run event; the engine's state is larger, so the relay has less to carry than the engine, not more. */
    private static final byte[] HISTORY = new byte[500];

    private RelayMain() {}

    /** The arguments are the broker's address, the kind of relay, and how many records a run has. */
    public static void main(String[] args) {
        try (var consumer = consumer(args[0]);
                var outlet = Outlet.of(RelayKind.valueOf(args[1]), args[0], consumer)) {
            consumer.subscribe(RelayTopics.TO_ENGINE);
            relay(consumer, outlet, new History(Integer.parseInt(args[2])));
        }
    }

    private static KafkaConsumer<String, byte[]> consumer(String kafka) {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka,
                        "group.id",
                        "relay",
                        "auto.offset.reset",
                        "earliest",
                        "isolation.level",
                        "read_committed",
                        "enable.auto.commit",
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    private static void relay(KafkaConsumer<String, byte[]> consumer, Outlet outlet, History history) {
        while (true) {
            ConsumerRecords<String, byte[]> records = consumer.poll(PATIENCE);
            outlet.begin();
            for (ConsumerRecord<String, byte[]> record : records) {
                outlet.write(new ProducerRecord<>(RelayTopics.after(record.topic()), record.key(), record.value()));
                for (int i = history.next(); i > 0; i--) {
                    outlet.write(new ProducerRecord<>(RelayTopics.HISTORY, record.key(), HISTORY));
                }
            }
            outlet.commit(records.nextOffsets());
        }
    }
}
