package io.flyball.console.readmodel;

import io.flyball.contract.DeadLetter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * A record that nobody could read, without its bytes.
 *
 * @param id its place with signs that need no escaping in a path
 * @param origin its place as the topic tells it
 * @param key its key as text
 * @param services all that could not read it
 * @param bytes length of its value
 * @param replayedAt when this console last sent it again
 */
public record DeadLetterView(
        String id,
        String origin,
        String topic,
        int partition,
        long offset,
        Instant timestamp,
        @Nullable String key,
        @Nullable Integer schemaId,
        String reason,
        String exception,
        SortedSet<String> services,
        Instant at,
        int bytes,
        @Nullable Instant replayedAt) {

    static DeadLetterView of(DeadLetter it, SortedSet<String> services, @Nullable Instant replayedAt) {
        ByteBuffer key = it.getKey();
        ByteBuffer value = it.getValue();
        return new DeadLetterView(
                pathId(it.getId()),
                it.getId(),
                it.getTopic(),
                it.getPartition(),
                it.getOffset(),
                it.getTimestamp(),
                key == null ? null : new String(AvroJson.bytes(key), StandardCharsets.UTF_8),
                it.getSchemaId(),
                it.getReason(),
                it.getException(),
                services,
                it.getAt(),
                value == null ? 0 : value.remaining(),
                replayedAt);
    }

    /** A topic's name has neither sign, so both forms mean the same place. */
    static String pathId(String id) {
        return id.replace('/', '~');
    }
}
