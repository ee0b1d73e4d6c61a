package io.flyball.notifier.metrics;

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

    /** A function for messages; throws {@link CannotRead} on what is no such record. */
    <T extends SpecificRecord> Consumer<Message<byte[]>> of(Class<T> type, Consumer<T> reader) {
        return message -> {
            String topic = Objects.requireNonNull(message.getHeaders().get(KafkaHeaders.RECEIVED_TOPIC, String.class));
            try {
                reader.accept(wire.decode(topic, message.getPayload(), type));
            } catch (Unreadable e) {
                throw new CannotRead(e);
            }
        };
    }

    /** No attempt will make it readable. */
    static final class CannotRead extends RuntimeException {
        private static final long serialVersionUID = 1;

        CannotRead(Unreadable why) {
            super(why);
        }
    }
}
