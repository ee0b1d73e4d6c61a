package io.flyball.notifier.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class StreamsPropertiesTest {

    @Test
    void defaultsAreTheDocumentedOnes() {
        assertThat(bind(Map.of()))
                .isEqualTo(new StreamsProperties("notifier", Path.of(".flyball/notifier"), 1, Duration.ofMillis(100)));
    }

    @Test
    void everyPropertyBinds() {
        assertThat(bind(Map.of(
                        "flyball.notifier.streams.application-id", "other",
                        "flyball.notifier.streams.state-directory", "/data/notifier",
                        "flyball.notifier.streams.threads", "3",
                        "flyball.notifier.streams.commit-interval", "10ms")))
                .isEqualTo(new StreamsProperties("other", Path.of("/data/notifier"), 3, Duration.ofMillis(10)));
    }

    @Test
    void whatCannotWorkIsRefused() {
        assertThatThrownBy(() -> bind(Map.of("flyball.notifier.streams.threads", "0")))
                .rootCause()
                .hasMessageContaining("threads");
    }

    private static StreamsProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("flyball.notifier.streams", StreamsProperties.class);
    }
}
