package io.flyball.platform.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BacklogTest {
    private static final TopicPartition PARTITION = new TopicPartition("topic", 0);

    private final Backlog backlog = new Backlog();

    @BeforeEach
    @AfterEach
    void forget() {
        Backlog.forget();
    }

    @Test
    @DisplayName("Only the last of the records that were fetched together asks for a commit")
    void theLastOfABatch() {
        backlog.onConsume(records(3));
        assertThat(Backlog.workedOff()).isFalse();
        assertThat(Backlog.workedOff()).isFalse();
        assertThat(Backlog.workedOff()).isTrue();
    }

    @Test
    @DisplayName("What is fetched meanwhile counts too")
    void fetchedMeanwhile() {
        backlog.onConsume(records(1));
        backlog.onConsume(records(1));
        assertThat(Backlog.workedOff()).isFalse();
        assertThat(Backlog.workedOff()).isTrue();
    }

    @Test
    @DisplayName(
            "After partitions came or went a record too few is counted rather than one too many: nothing waits for ever")
    void neverTooMany() {
        backlog.onConsume(records(5));
        Backlog.forget();
        backlog.onConsume(records(2));
        assertThat(IntStream.range(0, 7).mapToObj(_ -> Backlog.workedOff()).toList())
                .containsExactly(false, true, true, true, true, true, true);
    }

    private static ConsumerRecords<byte[], byte[]> records(int count) {
        List<ConsumerRecord<byte[], byte[]>> records = IntStream.range(0, count)
                .mapToObj(i -> new ConsumerRecord<>("topic", 0, i, new byte[0], new byte[0]))
                .toList();
        return new ConsumerRecords<>(Map.of(PARTITION, records), Map.of());
    }
}
