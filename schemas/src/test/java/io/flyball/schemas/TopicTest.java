package io.flyball.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("CON-5 one entry of the catalogue")
class TopicTest {

    @Test
    void daysBecomeMilliseconds() {
        assertThat(topic("Alert", 3, "7d").config())
                .isEqualTo(Map.of("cleanup.policy", "delete", "retention.ms", "604800000"));
    }

    @Test
    void compactedTopicsHaveNoRetention() {
        assertThat(topic("Alert", 3, "compact").config())
                .isEqualTo(Map.of("cleanup.policy", "compact", "min.compaction.lag.ms", "604800000"));
    }

    @Test
    void hoursCloseTheirSegmentsInTime() {
        assertThat(topic("Alert", 3, "3h").config())
                .isEqualTo(Map.of("cleanup.policy", "delete", "retention.ms", "10800000", "segment.ms", "2700000"));
    }

    @Test
    void retentionMustBeDaysHoursOrCompact() {
        assertThatThrownBy(() -> topic("Alert", 3, "7m"))
                .hasMessageContaining("agent.test")
                .hasMessageContaining("7m");
        assertThatThrownBy(() -> topic("Alert", 3, "0d")).hasMessageContaining("0d");
    }

    @Test
    void aTopicHasAtLeastOnePartition() {
        assertThatThrownBy(() -> topic("Alert", 0, "7d")).hasMessageContaining("agent.test: partitions");
    }

    @Test
    void aMissingRecordIsNamed() {
        Topic topic = topic("Gossip", 3, "7d");

        assertThatThrownBy(topic::schema).hasMessageContaining("agent.test").hasMessageContaining("Gossip");
    }

    private static Topic topic(String record, int partitions, String retention) {
        return new Topic("agent.test", record, "run", "internal", List.of("a"), List.of("b"), partitions, retention);
    }
}
