package io.flyball.costledger.config;

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
                .isEqualTo(new StreamsProperties(
                        "cost-ledger", Path.of(".flyball/cost-ledger"), 1, Duration.ofMillis(100)));
    }

    @Test
    void everyPropertyBinds() {
        assertThat(bind(Map.of(
                        "flyball.cost-ledger.streams.application-id", "other",
                        "flyball.cost-ledger.streams.state-directory", "/data/ledger",
                        "flyball.cost-ledger.streams.threads", "3",
                        "flyball.cost-ledger.streams.commit-interval", "10ms")))
                .isEqualTo(new StreamsProperties("other", Path.of("/data/ledger"), 3, Duration.ofMillis(10)));
    }

    @Test
    void whatCannotWorkIsRefused() {
        assertThatThrownBy(() -> bind(Map.of("flyball.cost-ledger.streams.threads", "0")))
                .rootCause()
                .hasMessageContaining("threads");
    }

    private static StreamsProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("flyball.cost-ledger.streams", StreamsProperties.class);
    }
}
