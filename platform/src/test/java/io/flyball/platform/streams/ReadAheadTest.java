package io.flyball.platform.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReadAheadTest {
    private static final Duration PATIENCE = Duration.ofMillis(100);
    private static final TopicPartition RED = new TopicPartition("red", 0);
    private static final TopicPartition BLUE = new TopicPartition("blue", 1);

    private final Deque<ConsumerRecords<byte[], byte[]>> answers = new ArrayDeque<>();
    private final List<Duration> asked = new ArrayList<>();
    private final Set<TopicPartition> moved = new HashSet<>();
    private final ReadAhead gathering = new ReadAhead(new ReadAhead.Input() {
        @Override
        public ConsumerRecords<byte[], byte[]> poll(Duration patience) {
            asked.add(patience);
            return answers.remove();
        }

        @Override
        public boolean stayed(TopicPartition partition) {
            return !moved.contains(partition);
        }
    });

    @Test
    void nothingIsWaitedForWhenNothingCame() {
        answers.add(none());
        assertThat(poll().isEmpty()).isTrue();
        assertThat(asked).containsExactly(PATIENCE);
    }

    @Test
    void oneRecordNowAndThenIsHandedOnAtOnce() {
        answers.addAll(List.of(of(RED, 0), of(RED, 1)));
        assertThat(offsets(poll(), RED)).containsExactly(0L);
        assertThat(offsets(poll(), RED)).containsExactly(1L);
        assertThat(asked).containsExactly(PATIENCE, PATIENCE);
    }

    @Test
    void withSeveralRecordsTheSecondAnswerIsTakenInOrder() {
        answers.addAll(List.of(of(RED, 0, 1), both(of(RED, 2), of(BLUE, 7))));
        ConsumerRecords<byte[], byte[]> taken = poll();
        assertThat(offsets(taken, RED)).containsExactly(0L, 1L, 2L);
        assertThat(offsets(taken, BLUE)).containsExactly(7L);
        assertThat(taken.nextOffsets().get(RED).offset()).isEqualTo(3);
        assertThat(taken.nextOffsets().get(BLUE).offset()).isEqualTo(8);
        assertThat(asked.get(1)).isLessThanOrEqualTo(Duration.ofMillis(1));
    }

    @Test
    @DisplayName(
            "RUN-20 what was read is worked on while its partition stays, whatever the consumer says of its position")
    void aSecondAnswerWithNothingLosesNothing() {
        answers.addAll(List.of(of(RED, 0, 1), none()));
        assertThat(offsets(poll(), RED)).containsExactly(0L, 1L);
    }

    @Test
    void afterABusyPollASingleRecordIsGatheredToo() {
        answers.addAll(List.of(of(RED, 0, 1), none(), of(RED, 2), of(BLUE, 0), of(RED, 3), none(), of(RED, 4)));
        poll();
        assertThat(poll().count()).isEqualTo(2);
        assertThat(poll().count()).isEqualTo(1);
        assertThat(poll().count()).isEqualTo(1);
        assertThat(asked).hasSize(7);
    }

    @Test
    void whatIsNoLongerOursAfterTheSecondPollIsNotWorkedOn() {
        moved.add(RED);
        answers.addAll(List.of(both(of(RED, 0, 1), of(BLUE, 7)), none()));
        ConsumerRecords<byte[], byte[]> taken = poll();
        assertThat(taken.partitions()).containsExactly(BLUE);
        assertThat(taken.nextOffsets()).containsOnlyKeys(BLUE);
    }

    @Test
    void whatIsReadAgainFromWhatWasCommittedIsWorkedOnOnce() {
        answers.addAll(List.of(of(RED, 5, 6), of(RED, 5, 6, 7)));
        assertThat(offsets(poll(), RED)).containsExactly(5L, 6L, 7L);
        moved.add(RED);
        answers.addAll(List.of(of(RED, 8, 9), none()));
        assertThat(poll().isEmpty()).isTrue();
    }

    @Test
    @DisplayName("RUN-20 what comes while the bell is listened for is worked on, too")
    void moreIsTakenInOrder() {
        answers.add(both(of(RED, 2), of(BLUE, 7)));
        ConsumerRecords<byte[], byte[]> taken = gathering.more(of(RED, 0, 1), Duration.ZERO);
        assertThat(offsets(taken, RED)).containsExactly(0L, 1L, 2L);
        assertThat(offsets(taken, BLUE)).containsExactly(7L);
        answers.add(of(BLUE, 8));
        assertThat(gathering.more(none(), Duration.ZERO).count()).isEqualTo(1);
    }

    private ConsumerRecords<byte[], byte[]> poll() {
        return gathering.poll(PATIENCE);
    }

    private static ConsumerRecords<byte[], byte[]> none() {
        return new ConsumerRecords<>(Map.of(), Map.of());
    }

    private static ConsumerRecords<byte[], byte[]> of(TopicPartition partition, long... offsets) {
        List<ConsumerRecord<byte[], byte[]>> records = Arrays.stream(offsets)
                .mapToObj(offset -> new ConsumerRecord<>(
                        partition.topic(), partition.partition(), offset, new byte[0], new byte[0]))
                .toList();
        long next = offsets[offsets.length - 1] + 1;
        return new ConsumerRecords<>(Map.of(partition, records), Map.of(partition, new OffsetAndMetadata(next)));
    }

    private static ConsumerRecords<byte[], byte[]> both(
            ConsumerRecords<byte[], byte[]> one, ConsumerRecords<byte[], byte[]> other) {
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> all = new LinkedHashMap<>();
        one.partitions().forEach(partition -> all.put(partition, one.records(partition)));
        other.partitions().forEach(partition -> all.put(partition, other.records(partition)));
        Map<TopicPartition, OffsetAndMetadata> next = new LinkedHashMap<>(one.nextOffsets());
        next.putAll(other.nextOffsets());
        return new ConsumerRecords<>(all, next);
    }

    private static List<Long> offsets(ConsumerRecords<byte[], byte[]> records, TopicPartition partition) {
        return records.records(partition).stream().map(ConsumerRecord::offset).toList();
    }
}
