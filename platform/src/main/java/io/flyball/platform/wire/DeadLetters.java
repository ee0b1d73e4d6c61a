package io.flyball.platform.wire;

import io.flyball.contract.DeadLetter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Wraps what cannot be read or processed, bytes unchanged, with where it came from and why. What would be too large for Kafka in its wrapping
 * is shortened, and says so.
 */
public final class DeadLetters {
    private static final int LONGEST_REASON = 4_000;

    private final String service;
    private final Clock clock;
    private final MeterRegistry meters;

    public DeadLetters(String service, Clock clock) {
        this(service, clock, new SimpleMeterRegistry());
    }

    /** @param meters counts them, as {@code flyball.dead.letters} by topic */
    public DeadLetters(String service, Clock clock, MeterRegistry meters) {
        this.service = service;
        this.clock = clock;
        this.meters = meters;
    }

    /** Where a record stood. */
    public record Origin(String topic, int partition, long offset, long timestampMillis) {}

    /** The dead letter for those bytes. */
    public DeadLetter of(
            Origin origin, byte @Nullable [] key, byte @Nullable [] value, Headers headers, Throwable why) {
        meters.counter("flyball.dead.letters", "topic", origin.topic()).increment();
        List<String> shortened = new ArrayList<>();
        int schemaId = value == null ? -1 : RegistryWire.schemaId(value);
        return DeadLetter.newBuilder()
                .setId(origin.topic() + "/" + origin.partition() + "/" + origin.offset())
                .setTopic(origin.topic())
                .setPartition(origin.partition())
                .setOffset(origin.offset())
                .setTimestamp(Instant.ofEpochMilli(Math.max(0, origin.timestampMillis())))
                .setKey(bytes("key", key, Portions.KEY, shortened))
                .setValue(bytes("value", value, Portions.VALUE, shortened))
                .setHeaders(Portions.readable(headers, shortened))
                .setSchemaId(schemaId < 0 ? null : schemaId)
                .setReason(Portions.text(String.valueOf(why.getMessage()), LONGEST_REASON))
                .setException((why.getCause() == null ? why : why.getCause())
                        .getClass()
                        .getName())
                .setService(service)
                .setAt(clock.instant())
                .setShortened(shortened)
                .build();
    }

    /** The key of a dead letter: the original one as text, its beginning if it is long. */
    public static String key(byte @Nullable [] original) {
        return original == null ? "" : Portions.text(new String(original, StandardCharsets.UTF_8), Portions.KEY / 4);
    }

    private static @Nullable ByteBuffer bytes(String what, byte @Nullable [] all, int most, List<String> shortened) {
        if (all == null) {
            return null;
        }
        if (all.length > most) {
            shortened.add(what + ": the first " + most + " of " + all.length + " bytes");
        }
        return ByteBuffer.wrap(all, 0, Math.min(most, all.length));
    }
}
