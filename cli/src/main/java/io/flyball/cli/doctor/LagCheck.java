package io.flyball.cli.doctor;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/** Which groups of readers stand still although there is something to read; pure. */
final class LagCheck {
    private LagCheck() {}

    /**
     * How far a group has got.
     *
     * @param read next offset to be read, by partition
     */
    record Position(String group, Map<TopicPartition, Long> read) {
        Position {
            read = Map.copyOf(read);
        }
    }

    /**
     * What two looks tell.
     *
     * @param ends offset of the next record to be written, at the first look
     */
    static List<Finding> findings(List<Position> first, List<Position> second, Map<TopicPartition, Long> ends) {
        List<Finding> standing = first.stream()
                .filter(position -> second.contains(position) && lag(position, ends) > 0)
                .sorted(Comparator.comparing(Position::group))
                .map(position -> Finding.problem(
                        "group " + position.group(),
                        "does not move, with " + lag(position, ends) + " records to read: " + byTopic(position, ends)))
                .toList();
        return standing.isEmpty()
                ? List.of(Finding.ok("readers", first.size() + " groups have read everything or are at it"))
                : standing;
    }

    private static long lag(Position position, Map<TopicPartition, Long> ends) {
        return position.read().entrySet().stream()
                .mapToLong(read -> lag(read, ends))
                .sum();
    }

    private static long lag(Map.Entry<TopicPartition, Long> read, Map<TopicPartition, Long> ends) {
        return Math.max(0, ends.getOrDefault(read.getKey(), read.getValue()) - read.getValue());
    }

    private static String byTopic(Position position, Map<TopicPartition, Long> ends) {
        Map<String, Long> lags = position.read().entrySet().stream()
                .collect(Collectors.groupingBy(
                        read -> read.getKey().topic(), TreeMap::new, Collectors.summingLong(read -> lag(read, ends))));
        return lags.entrySet().stream()
                .filter(topic -> topic.getValue() > 0)
                .map(topic -> topic.getKey() + " " + topic.getValue())
                .collect(Collectors.joining(", "));
    }
}
