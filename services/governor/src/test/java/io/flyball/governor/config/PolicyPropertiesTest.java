package io.flyball.governor.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;

class PolicyPropertiesTest {

    @Test
    void defaultsAreTheDocumentedOnes() {
        assertThat(bind(Map.of())).isEqualTo(new PolicyProperties(Duration.ofSeconds(1)));
    }

    @Test
    void everyPropertyBinds() {
        assertThat(bind(Map.of("flyball.governor.policy.look-every", "5s")))
                .isEqualTo(new PolicyProperties(Duration.ofSeconds(5)));
    }

    @Test
    void whatMakesNoSenseIsRefusedByName() {
        Map.of("flyball.governor.policy.look-every", "0s")
                .forEach((property, value) -> assertThatThrownBy(() -> bind(Map.of(property, value)))
                        .isInstanceOf(BindException.class)
                        .rootCause()
                        .hasMessageContaining(property));
    }

    private static PolicyProperties bind(Map<String, String> properties) {
        return Binding.of("flyball.governor.policy", PolicyProperties.class, properties);
    }
}
