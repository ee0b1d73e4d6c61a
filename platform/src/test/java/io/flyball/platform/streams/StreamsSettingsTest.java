package io.flyball.platform.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamsSettingsTest {

    @ParameterizedTest
    @CsvSource({"10, 10", "1, 1", "500, 100"})
    @DisplayName("A thread waits for records no longer than for its next commit, or a lone record waits for both")
    void pollsNoLongerThanTheCommitInterval(long commitMillis, long pollMillis) {
        assertThat(config(commitMillis).getLong(StreamsConfig.POLL_MS_CONFIG)).isEqualTo(pollMillis);
    }

    @Test
    void commitsTransitionOutputAndOffsetTogether() {
        assertThat(config(10).getString(StreamsConfig.PROCESSING_GUARANTEE_CONFIG))
                .isEqualTo(StreamsConfig.EXACTLY_ONCE_V2);
        assertThat(config(10).getLong(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG)).isEqualTo(10);
    }

    private static StreamsConfig config(long commitMillis) {
        var settings = new StreamsSettings("app", "host:1", Path.of("state"), 1, Duration.ofMillis(commitMillis));
        return new StreamsConfig(settings.toProperties());
    }
}
