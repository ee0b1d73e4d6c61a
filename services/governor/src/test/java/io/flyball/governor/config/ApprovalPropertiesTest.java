package io.flyball.governor.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;

class ApprovalPropertiesTest {

    @Test
    void defaultsAreTheDocumentedOnes() {
        assertThat(bind(Map.of()))
                .isEqualTo(new ApprovalProperties(
                        Duration.ofSeconds(300), Duration.ofHours(24), Duration.ofMillis(200), Duration.ofSeconds(5)));
    }

    @Test
    void everyPropertyBinds() {
        assertThat(bind(Map.of(
                        "flyball.governor.approval.timeout",
                        "10s",
                        "flyball.governor.approval.keep-answered",
                        "1h",
                        "flyball.governor.approval.look-every",
                        "50ms",
                        "flyball.governor.approval.absent-after",
                        "9s")))
                .isEqualTo(new ApprovalProperties(
                        Duration.ofSeconds(10), Duration.ofHours(1), Duration.ofMillis(50), Duration.ofSeconds(9)));
    }

    @Test
    void whatMakesNoSenseIsRefusedByName() {
        Map.of(
                        "flyball.governor.approval.timeout",
                        "0s",
                        "flyball.governor.approval.keep-answered",
                        "-1s",
                        "flyball.governor.approval.look-every",
                        "0s",
                        "flyball.governor.approval.absent-after",
                        "0s")
                .forEach((property, value) -> assertThatThrownBy(() -> bind(Map.of(property, value)))
                        .isInstanceOf(BindException.class)
                        .rootCause()
                        .hasMessageContaining(property));
    }

    private static ApprovalProperties bind(Map<String, String> properties) {
        return Binding.of("flyball.governor.approval", ApprovalProperties.class, properties);
    }
}
