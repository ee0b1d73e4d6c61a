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

        /** Whether that partition is ours and was so throughout the newest poll: it has neither gone nor come anew. */
        boolean stayed(TopicPartition partition);
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
        ConsumerRecords<byte[], byte[]> both = more(first, SECOND_ANSWER);
        several = both.count() > 1;
        return both;
    }

    /** That answer, and what else is there within that time. */
    ConsumerRecords<byte[], byte[]> more(ConsumerRecords<byte[], byte[]> first, Duration patience) {
        return together(first, input.poll(patience));
    }

    /**
     * Partitions may go, or come anew, within the second poll: then what the first one brought is read again, by whoever has the partition, and
     * must not be worked on here. In every other case it must be, because the consumer will not read it again. Its position says nothing about
     * that: it is unknown for a while whenever the partition's leader has changed.
     */
    private ConsumerRecords<byte[], byte[]> together(
            ConsumerRecords<byte[], byte[]> first, ConsumerRecords<byte[], byte[]> second) {
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> all = new HashMap<>();
        Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
        first.nextOffsets().forEach((partition, after) -> {
            if (input.stayed(partition) && !isReadAgain(after.offset(), second.records(partition))) {
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

    private static boolean isReadAgain(long after, List<ConsumerRecord<byte[], byte[]>> later) {
        return !later.isEmpty() && later.getFirst().offset() < after;
    }
}
