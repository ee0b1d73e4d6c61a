package io.flyball.platform.streams;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Takes two answers of the broker as one. A consumer asks for more only when it is polled, and is answered at once with what is there: what
 * came while the last transaction was committed is in the <em>next</em> answer, and would wait for a whole transaction more. So,
 * when several records are about, the second answer is waited for, which is there within a fraction of a millisecond.
 */
final class ReadAhead {
    private static final Duration SECOND_ANSWER = Duration.ofMillis(1);

    private final Input input;
    private boolean several;

    /** What is read. */
    interface Input {
        ConsumerRecords<byte[], byte[]> poll(Duration patience);

        /** Offset of the record that is read next; negative if that is not known here, or the partition is no longer ours. */
        long position(TopicPartition partition);
    }

    ReadAhead(Input input) {
        this.input = input;
    }

    /** What a poll brings; with a record now and then, nothing is waited for. */
    ConsumerRecords<byte[], byte[]> poll(Duration patience) {
        ConsumerRecords<byte[], byte[]> first = input.poll(patience);
        if (first.isEmpty()) {
            return first;
        }
        boolean severalBefore = several;
        several = first.count() > 1;
        if (!several && !severalBefore) {
            return first;
        }
        ConsumerRecords<byte[], byte[]> second = input.poll(SECOND_ANSWER);
        several = first.count() + second.count() > 1;
        return together(first, second);
    }

    private ConsumerRecords<byte[], byte[]> together(
            ConsumerRecords<byte[], byte[]> first, ConsumerRecords<byte[], byte[]> second) {
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> all = new HashMap<>();
        Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
        first.nextOffsets().forEach((partition, after) -> {
            if (goesOn(partition, after.offset(), second.records(partition))) {
                next.put(partition, after);
                all.computeIfAbsent(partition, _ -> new ArrayList<>()).addAll(first.records(partition));
            }
        });
        for (TopicPartition partition : second.partitions()) {
            all.computeIfAbsent(partition, _ -> new ArrayList<>()).addAll(second.records(partition));
        }
        next.putAll(second.nextOffsets());
        all.values().removeIf(List::isEmpty);
        return new ConsumerRecords<>(all, next);
    }

    /**
     * Whether the partition is read on behind the first answer. Partitions may go, or come anew, within the second poll: then what the first one
     * brought is read again, by whoever has the partition, and must not be worked on here.
     */
    private boolean goesOn(TopicPartition partition, long after, List<ConsumerRecord<byte[], byte[]>> later) {
        return later.isEmpty()
                ? input.position(partition) >= after
                : later.getFirst().offset() >= after;
    }
}
