package io.flyball.governor.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;

class StreamsPropertiesTest {

    @Test
    void defaultsAreTheDocumentedOnes() {
        assertThat(bind(Map.of()))
                .isEqualTo(new StreamsProperties(Path.of(".flyball/governor"), 1, Duration.ofMillis(10)));
    }

    @Test
    void everyPropertyBinds() {
        assertThat(bind(Map.of(
                        "flyball.governor.streams.state-directory",
                        "/data",
                        "flyball.governor.streams.threads",
                        "3",
                        "flyball.governor.streams.commit-interval",
                        "5ms")))
                .isEqualTo(new StreamsProperties(Path.of("/data"), 3, Duration.ofMillis(5)));
    }

    @Test
    void whatMakesNoSenseIsRefusedByName() {
        Map.of("flyball.governor.streams.threads", "0", "flyball.governor.streams.commit-interval", "0s")
                .forEach((property, value) -> assertThatThrownBy(() -> bind(Map.of(property, value)))
                        .isInstanceOf(BindException.class)
                        .rootCause()
                        .hasMessageContaining(property));
    }

    private static StreamsProperties bind(Map<String, String> properties) {
        return Binding.of("flyball.governor.streams", StreamsProperties.class, properties);
    }
}
