package io.flyball.platform.wire;

import io.flyball.contract.DeadLetter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Wraps what cannot be read, bytes unchanged, with where it came from and why. */
public final class DeadLetters {
    private final String service;
    private final Clock clock;

    public DeadLetters(String service, Clock clock) {
        this.service = service;
        this.clock = clock;
    }

    /** Where a record stood. */
    public record Origin(String topic, int partition, long offset, long timestampMillis) {}

    /** The dead letter for those bytes. */
    public DeadLetter of(
            Origin origin, byte @Nullable [] key, byte @Nullable [] value, Headers headers, Throwable why) {
        int schemaId = value == null ? -1 : RegistryWire.schemaId(value);
        return DeadLetter.newBuilder()
                .setId(origin.topic() + "/" + origin.partition() + "/" + origin.offset())
                .setTopic(origin.topic())
                .setPartition(origin.partition())
                .setOffset(origin.offset())
                .setTimestamp(Instant.ofEpochMilli(Math.max(0, origin.timestampMillis())))
                .setKey(key == null ? null : ByteBuffer.wrap(key))
                .setValue(value == null ? null : ByteBuffer.wrap(value))
                .setHeaders(readable(headers))
                .setSchemaId(schemaId < 0 ? null : schemaId)
                .setReason(String.valueOf(why.getMessage()))
                .setException((why.getCause() == null ? why : why.getCause())
                        .getClass()
                        .getName())
                .setService(service)
                .setAt(clock.instant())
                .build();
    }

    private static Map<String, String> readable(Headers headers) {
        Map<String, String> readable = new TreeMap<>();
        for (Header header : headers) {
            byte[] value = header.value();
            readable.put(header.key(), value == null ? "" : new String(value, StandardCharsets.UTF_8));
        }
        return readable;
    }
}
