package io.flyball.drills.evidence;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/** How far each partition has been read. */
public final class Offsets {
    private final Map<TopicPartition, Long> next = new ConcurrentHashMap<>();

    void read(TopicPartition partition, long offset) {
        next.put(partition, offset + 1);
    }

    /** Where these topics have been read to. */
    public Map<TopicPartition, Long> of(List<String> topics) {
        return next.entrySet().stream()
                .filter(entry -> topics.contains(entry.getKey().topic()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Whether a record at or behind one of those marks has been read. A partition without a mark has it at 0. */
    public boolean beyond(List<String> topics, Map<TopicPartition, Long> marks) {
        return of(topics).entrySet().stream()
                .anyMatch(entry -> entry.getValue() > marks.getOrDefault(entry.getKey(), 0L));
    }

    /** The sum over everything; it grows with every record. */
    public long total() {
        return next.values().stream().mapToLong(Long::longValue).sum();
    }
}
