package io.flyball.platform.wire;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * How large a record may be. Kafka's own limit is 1 MiB, for a batch with all that is around a record in it. A topic may have been
 * given a lower one: that is learned when it refuses a record for the first time.
 */
public final class RecordSizes {
    /** In bytes: key, value and headers of one record. */
    public static final int MOST = 1_000_000;

    private static final int EACH_HEADER = 8;

    private final Map<String, Long> learned = new ConcurrentHashMap<>();

    /**
     * Looks before it is sent.
     *
     * @param record what has those bytes, so that its largest part can be named
     * @throws RecordTooLarge if that topic would not take it
     */
    public void check(String topic, long bytes, Object record) {
        long most = learned.getOrDefault(topic, (long) MOST);
        if (bytes > most) {
            throw new RecordTooLarge(topic, bytes, most, LargestPart.of(record));
        }
    }

    /** That topic has refused a record of that size; none as large is sent to it again. */
    public void refused(String topic, long bytes) {
        learned.merge(topic, bytes - 1, Math::min);
    }

    /** What counts of a record, in bytes. */
    public static long of(byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        long bytes = length(key) + length(value);
        for (Header header : headers) {
            bytes += EACH_HEADER + header.key().length() + length(header.value());
        }
        return bytes;
    }

    private static long length(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }
}
