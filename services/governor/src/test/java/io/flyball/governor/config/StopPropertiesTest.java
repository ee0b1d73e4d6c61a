package io.flyball.governor.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;

class StopPropertiesTest {

    @Test
    void defaultsAreTheDocumentedOnes() {
        assertThat(bind(Map.of())).isEqualTo(new StopProperties(Duration.ofSeconds(2), "default"));
    }

    @Test
    void everyPropertyBinds() {
        assertThat(bind(Map.of("flyball.governor.stop.grace", "7s", "flyball.governor.stop.tenant", "acme")))
                .isEqualTo(new StopProperties(Duration.ofSeconds(7), "acme"));
    }

    @Test
    void whatMakesNoSenseIsRefusedByName() {
        Map.of("flyball.governor.stop.grace", "0s", "flyball.governor.stop.tenant", " ")
                .forEach((property, value) -> assertThatThrownBy(() -> bind(Map.of(property, value)))
                        .isInstanceOf(BindException.class)
                        .rootCause()
                        .hasMessageContaining(property));
    }

    private static StopProperties bind(Map<String, String> properties) {
        return Binding.of("flyball.governor.stop", StopProperties.class, properties);
    }
}
