package io.flyball.schemas;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/**
 * One topic of the catalogue.
 *
 * @param name the topic
 * @param record simple name of the one record type that it carries
 * @param key what its records are keyed by
 * @param visibility {@code public} if others publish or subscribe, else {@code internal}
 * @param writtenBy who writes it
 * @param readBy who reads it
 * @param partitions number of partitions, fixed for good
 * @param retention days as {@code 7d}, hours as {@code 3h}, or {@code compact}
 */
public record Topic(
        String name,
        String record,
        String key,
        String visibility,
        List<String> writtenBy,
        List<String> readBy,
        int partitions,
        String retention) {

    /** No reader is away for longer; until then compaction drops nothing, so that two orders to one target both arrive. */
    private static final Duration UNREAD = Duration.ofDays(7);

    public Topic {
        writtenBy = List.copyOf(writtenBy);
        readBy = List.copyOf(readBy);
        if (partitions < 1) {
            throw new IllegalArgumentException(name + ": partitions must be at least 1");
        }
        if (!retention.equals("compact") && !retention.matches("[1-9][0-9]*[dh]")) {
            throw new IllegalArgumentException(
                    name + ": retention must be compact, days as 7d or hours as 3h, not " + retention);
        }
    }

    public boolean compacted() {
        return retention.equals("compact");
    }

    /** Whether other systems publish or subscribe here. */
    public boolean isPublic() {
        return visibility.equals("public");
    }

    /** The topic's configuration in Kafka's own terms, without replication. */
    public Map<String, String> config() {
        if (compacted()) {
            return Map.of("cleanup.policy", "compact", "min.compaction.lag.ms", Long.toString(UNREAD.toMillis()));
        }
        long number = Long.parseLong(retention.substring(0, retention.length() - 1));
        return retention.endsWith("h") ? hours(number) : deleted(Duration.ofDays(number));
    }

    private static Map<String, String> deleted(Duration kept) {
        return Map.of("cleanup.policy", "delete", "retention.ms", Long.toString(kept.toMillis()));
    }

    /** Only closed segments are deleted, and Kafka closes them after a week unless told. */
    private static Map<String, String> hours(long number) {
        Map<String, String> config = new HashMap<>(deleted(Duration.ofHours(number)));
        config.put(
                "segment.ms",
                Long.toString(Duration.ofHours(number).dividedBy(4).toMillis()));
        return Map.copyOf(config);
    }

    /** The schema of the one record type that the topic carries. */
    public Schema schema() {
        try {
            return SpecificData.get().getSchema(Class.forName("io.flyball.contract." + record));
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(name + ": no record " + record + " in schemas/", e);
        }
    }
}
