package io.flyball.platform.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class NewOffsetsTest {
    private static final TopicPartition RED = new TopicPartition("red", 0);
    private static final TopicPartition BLUE = new TopicPartition("blue", 1);

    private final NewOffsets offsets = new NewOffsets();

    @Test
    void whatWasCommittedNeedNotBeCommittedAgain() {
        assertThat(offsets.matter(at(RED, 5))).isTrue();
        commit(at(RED, 5));
        assertThat(offsets.matter(at(RED, 5))).isFalse();
    }

    @Test
    void whatIsFurtherOnOrOfAnotherPartitionIsNew() {
        commit(at(RED, 5));
        assertThat(offsets.matter(at(RED, 6))).isTrue();
        assertThat(offsets.matter(at(BLUE, 5))).isTrue();
        assertThat(offsets.matter(Map.of(RED, new OffsetAndMetadata(5, "another time"))))
                .isTrue();
    }

    @Test
    void withRecordsTheOffsetsGoAlong() {
        commit(at(RED, 5));
        offsets.written();
        assertThat(offsets.matter(at(RED, 5))).isTrue();
        offsets.committed();
        assertThat(offsets.matter(at(RED, 5))).isFalse();
    }

    @Test
    void whatWasAddedAndNotCommittedIsNotKnown() {
        offsets.added(at(RED, 5));
        assertThat(offsets.matter(at(RED, 5))).isTrue();
    }

    @Test
    void afterAnAbortNothingIsKnown() {
        commit(at(RED, 5));
        offsets.added(at(RED, 6));
        offsets.aborted();
        assertThat(offsets.matter(at(RED, 5))).isTrue();
        offsets.committed();
        assertThat(offsets.matter(at(RED, 6))).isTrue();
    }

    private void commit(Map<TopicPartition, OffsetAndMetadata> reached) {
        offsets.added(reached);
        offsets.committed();
    }

    private static Map<TopicPartition, OffsetAndMetadata> at(TopicPartition partition, long offset) {
        return Map.of(partition, new OffsetAndMetadata(offset));
    }
}
