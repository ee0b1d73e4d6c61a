package io.flyball.platform.streams;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * How many records a stream thread has fetched and not yet worked on. When none is left, waiting for the commit interval
 * would only delay what is already decided; while some are, they share one transaction.
 */
public final class Backlog implements ConsumerInterceptor<byte[], byte[]> {
    private static final ThreadLocal<int[]> WAITING = ThreadLocal.withInitial(() -> new int[1]);
    private static final ThreadLocal<long[]> WORKED_OFF = ThreadLocal.withInitial(() -> new long[1]);

    @Override
    public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
        WAITING.get()[0] += records.count();
        return records;
    }

    /** One record has been worked on; whether it was the last that this thread had. */
    static boolean workedOff() {
        int[] waiting = WAITING.get();
        WORKED_OFF.get()[0]++;
        waiting[0] = Math.max(0, waiting[0] - 1);
        return waiting[0] == 0;
    }

    /** Records that this thread has fetched and not yet worked on. */
    static long waiting() {
        return WAITING.get()[0];
    }

    /** Records that this thread has worked on since it began. */
    static long allWorkedOff() {
        return WORKED_OFF.get()[0];
    }

    /** Partitions come or go, and with them records that were counted: from here on too few are counted rather than too many. */
    static void forget() {
        WAITING.get()[0] = 0;
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

    @Override
    public void configure(Map<String, ?> settings) {}

    @Override
    public void close() {}
}
