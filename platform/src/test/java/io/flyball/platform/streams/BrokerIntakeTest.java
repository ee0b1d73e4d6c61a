package io.flyball.platform.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BrokerIntakeTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final TopicPartition ANSWERS = new TopicPartition("answers", 0);
    private static final TopicPartition ORDERS = new TopicPartition("orders", 0);

    private final Reader reader = new Reader();
    private final BrokerIntake intake = new BrokerIntake(reader, Duration.ofSeconds(2));

    /** A consumer whose every word is set by hand. */
    private static final class Reader implements BrokerIntake.Log {
        private final Map<TopicPartition, Long> positions = new HashMap<>(Map.of(ANSWERS, 0L, ORDERS, 0L));
        private final Map<TopicPartition, Long> behind = new HashMap<>(Map.of(ANSWERS, 0L, ORDERS, 0L));
        private double answers;
        private long waiting;
        private long workedOff;

        /** Takes that many records of the partition from the log. */
        private void fetches(TopicPartition partition, long records) {
            positions.merge(partition, records, Long::sum);
            behind.merge(partition, -records, Long::sum);
            waiting += records;
        }

        private void works(long records) {
            waiting -= records;
            workedOff += records;
        }

        @Override
        public Set<TopicPartition> partitions() {
            return positions.keySet();
        }

        @Override
        public long position(TopicPartition partition) {
            return positions.get(partition);
        }

        @Override
        public OptionalLong behind(TopicPartition partition) {
            return behind.containsKey(partition) ? OptionalLong.of(behind.get(partition)) : OptionalLong.empty();
        }

        @Override
        public double answers() {
            return answers;
        }

        @Override
        public long waiting() {
            return waiting;
        }

        @Override
        public long workedOff() {
            return workedOff;
        }
    }

    private static Instant after(long seconds) {
        return NOON.plusSeconds(seconds);
    }

    @Test
    @DisplayName("RUN-24 with nothing left in the log all is read at once")
    void idle() {
        assertThat(intake.hasRead(NOON, NOON)).isTrue();
    }

    @Test
    @DisplayName("RUN-24 what lay in the log is read once it is fetched and worked on, however much follows it")
    void backlog() {
        reader.behind.put(ANSWERS, 3L);
        assertThat(intake.hasRead(NOON, NOON)).isFalse();

        reader.fetches(ANSWERS, 3);
        reader.behind.put(ANSWERS, 1_000L);
        assertThat(intake.hasRead(NOON, after(1))).as("fetched, not worked on").isFalse();

        reader.fetches(ANSWERS, 200);
        reader.works(3);
        assertThat(intake.hasRead(NOON, after(2)))
                .as("the first three are done")
                .isTrue();
        assertThat(intake.hasRead(after(2), after(2)))
                .as("what followed is not")
                .isFalse();
    }

    @Test
    @DisplayName(
            "RUN-24 what the broker has not said yet counts as unread; a partition that went away no longer counts")
    void unknown() {
        reader.behind.remove(ORDERS);
        assertThat(intake.hasRead(NOON, NOON)).isFalse();

        reader.behind.put(ORDERS, 5L);
        assertThat(intake.hasRead(NOON, after(1))).isFalse();
        reader.positions.remove(ORDERS);
        assertThat(intake.hasRead(NOON, after(2))).isTrue();
    }

    @Test
    @DisplayName(
            "RUN-24 a broker that answers no fetch is away after a while; a thread that does not ask says nothing about it")
    void silence() {
        reader.answers = 1;
        intake.polled(NOON);
        assertThat(intake.silent(after(60))).as("it was busy and did not ask").isFalse();

        intake.polled(after(60));
        assertThat(intake.silent(after(62))).isFalse();
        intake.polled(after(63));
        assertThat(intake.silent(after(63))).isTrue();
        assertThat(intake.hasRead(after(63), after(63)))
                .as("nobody knows what lies in the log")
                .isFalse();

        reader.answers = 2;
        intake.polled(after(64));
        assertThat(intake.silent(after(64))).isFalse();
        assertThat(intake.hasRead(after(64), after(64))).isTrue();
    }

    @Test
    @DisplayName("RUN-24 a clock that is set back lets nothing count as read that is not")
    void clockSetBack() {
        assertThat(intake.hasRead(NOON, NOON)).isTrue();
        reader.behind.put(ANSWERS, 3L);
        assertThat(intake.hasRead(NOON.minusSeconds(3_600), NOON.minusSeconds(3_600)))
                .isFalse();
    }
}
