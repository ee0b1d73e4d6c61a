package io.flyball.notifier.metrics;

import io.flyball.platform.functions.Unusable;
import io.flyball.platform.wire.Unreadable;
import io.flyball.platform.wire.Wire;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.stereotype.Component;

/** Makes functions of records into functions of messages: here Avro begins, through the same wire as everywhere. */
@Component
final class Decoding {
    private final Wire wire;

    Decoding(Wire wire) {
        this.wire = wire;
    }

    /** A function for messages; {@link Unusable} is what is no such record, and what cannot be counted. */
    <T extends SpecificRecord> Consumer<Message<byte[]>> of(Class<T> type, Consumer<T> reader) {
        return message -> {
            String topic = Objects.requireNonNull(message.getHeaders().get(KafkaHeaders.RECEIVED_TOPIC, String.class));
            T record = read(topic, message.getPayload(), type);
            try {
                reader.accept(record);
            } catch (RuntimeException e) {
                throw new Unusable("cannot be counted: " + e.getMessage(), e);
            }
        };
    }

    private <T extends SpecificRecord> T read(String topic, byte[] bytes, Class<T> type) {
        try {
            return wire.decode(topic, bytes, type);
        } catch (Unreadable e) {
            throw new Unusable(String.valueOf(e.getMessage()), e);
        }
    }
}
