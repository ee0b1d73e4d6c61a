package io.flyball.platform.streams;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The intake of a consumer. What it knows comes from the answers of the broker, which an idle one gives too. */
final class BrokerIntake implements Intake {
    private final Log log;
    private final Duration patience;
    private double answers = -1;
    private @Nullable Instant quietSince;
    private Instant readUntil = Instant.MIN;
    private @Nullable Mark mark;

    /** What is read, and how far. */
    interface Log {
        Set<TopicPartition> partitions();

        /** Offset of the record that is fetched next; negative if it is not known now. */
        long position(TopicPartition partition);

        /** Records between the position and the end, as the broker last said it; empty if it has not said. */
        OptionalLong behind(TopicPartition partition);

        /** How often the broker has answered a fetch. */
        double answers();

        /** Records fetched and not yet worked on. */
        long waiting();

        /** Records worked on so far. */
        long workedOff();
    }

    /** Ends of the partitions at a time; once they are fetched, the count of records after which all of them are worked on. */
    private static final class Mark {
        private final Instant at;
        private final Map<TopicPartition, Long> ends;
        private @Nullable Long workedOff;

        Mark(Instant at, Map<TopicPartition, Long> ends) {
            this.at = at;
            this.ends = ends;
        }
    }

    /**
     * An intake that has heard nothing.
     *
     * @param patience the longest silence of a broker that is there
     */
    BrokerIntake(Log log, Duration patience) {
        this.log = log;
        this.patience = patience;
    }

    /** To be called after each poll. */
    void polled(Instant now) {
        double heard = log.answers();
        if (heard != answers) {
            answers = heard;
            quietSince = null;
        } else if (quietSince == null || quietSince.isAfter(now)) {
            quietSince = now;
        }
    }

    @Override
    public boolean silent(Instant now) {
        return quietSince != null && quietSince.plus(patience).isBefore(now);
    }

    @Override
    public boolean hasRead(Instant until, Instant now) {
        if (readUntil.isAfter(now)) {
            readUntil = Instant.MIN;
        }
        if (readUntil.isBefore(until)) {
            advance(now);
        }
        return !readUntil.isBefore(until);
    }

    private void advance(Instant now) {
        if (mark == null || !readTo(mark)) {
            mark = mark == null ? ends(now).map(all -> new Mark(now, all)).orElse(null) : mark;
        }
        if (mark != null && readTo(mark)) {
            readUntil = mark.at;
            mark = null;
        }
    }

    private Optional<Map<TopicPartition, Long>> ends(Instant now) {
        Map<TopicPartition, Long> ends = new HashMap<>();
        for (TopicPartition partition : log.partitions()) {
            long position = log.position(partition);
            OptionalLong behind = log.behind(partition);
            if (position < 0 || behind.isEmpty() || silent(now)) {
                return Optional.empty();
            }
            ends.put(partition, position + behind.getAsLong());
        }
        return Optional.of(ends);
    }

    private boolean readTo(Mark to) {
        if (to.workedOff == null) {
            Set<TopicPartition> ours = log.partitions();
            if (to.ends.entrySet().stream()
                    .anyMatch(end -> ours.contains(end.getKey()) && log.position(end.getKey()) < end.getValue())) {
                return false;
            }
            to.workedOff = log.workedOff() + log.waiting();
        }
        return log.waiting() == 0 || log.workedOff() >= to.workedOff;
    }
}
