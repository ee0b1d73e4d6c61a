package io.flyball.console.feed;

import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.converter.MessagingMessageConverter;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.GenericMessage;

/**
 * A record of Kafka as the function gets it. Its headers go along as data: as headers of the message, Spring would make something else of
 * those of CloudEvents.
 */
final class IncomingConverter extends MessagingMessageConverter {

    @Override
    public Message<?> toMessage(
            ConsumerRecord<?, ?> record,
            @Nullable Object acknowledgment,
            @Nullable Object consumer,
            @Nullable Type payloadType) {
        return new GenericMessage<>(
                new Incoming(headers(record), record.value() instanceof byte[] value ? value : new byte[0]));
    }

    private static Map<String, String> headers(ConsumerRecord<?, ?> record) {
        Map<String, String> headers = new TreeMap<>();
        for (Header header : record.headers()) {
            byte[] value = header.value() == null ? new byte[0] : header.value();
            headers.put(header.key().toLowerCase(Locale.ROOT), new String(value, StandardCharsets.UTF_8));
        }
        return headers;
    }
}
