package io.flyball.platform.streams;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Takes two answers of the broker as one. A consumer asks for more only when it is polled, and is answered at once with what is there: what
 * came while the last transaction was committed is in the <em>next</em> answer, and would wait for a whole transaction more. So,
 * when several records are about, the second answer is waited for, which is there within a fraction of a millisecond.
 */
final class Gathering {
    private static final Duration SECOND_ANSWER = Duration.ofMillis(1);

    private boolean several;

    /** What a poll brings; with a record now and then, nothing is waited for. */
    ConsumerRecords<byte[], byte[]> poll(
            Duration patience, Function<Duration, ConsumerRecords<byte[], byte[]>> consumer) {
        ConsumerRecords<byte[], byte[]> first = consumer.apply(patience);
        if (first.isEmpty()) {
            return first;
        }
        boolean severalBefore = several;
        several = first.count() > 1;
        if (!several && !severalBefore) {
            return first;
        }
        ConsumerRecords<byte[], byte[]> second = consumer.apply(SECOND_ANSWER);
        several = first.count() + second.count() > 1;
        return second.isEmpty() ? first : together(first, second);
    }

    private static ConsumerRecords<byte[], byte[]> together(
            ConsumerRecords<byte[], byte[]> first, ConsumerRecords<byte[], byte[]> second) {
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> all = new HashMap<>();
        for (var records : List.of(first, second)) {
            records.partitions()
                    .forEach(partition -> all.computeIfAbsent(partition, _ -> new ArrayList<>())
                            .addAll(records.records(partition)));
        }
        Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>(first.nextOffsets());
        next.putAll(second.nextOffsets());
        return new ConsumerRecords<>(all, next);
    }
}
