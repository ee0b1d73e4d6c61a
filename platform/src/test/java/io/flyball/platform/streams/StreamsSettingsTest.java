package io.flyball.platform.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StreamsSettingsTest {

    @Test
    @DisplayName("What was decided is committed as soon as no other record waits, not when the commit interval is over")
    void countsWhatWaits() {
        assertThat(config(10).getMainConsumerConfigs("app", "client", 0))
                .containsEntry("interceptor.classes", Backlog.class.getName());
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
