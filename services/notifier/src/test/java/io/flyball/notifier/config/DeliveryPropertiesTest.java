package io.flyball.notifier.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DeliveryPropertiesTest {

    @Test
    void defaultsAreTheDocumentedOnes() {
        assertThat(bind(Map.of()))
                .isEqualTo(new DeliveryProperties(
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(1),
                        Duration.ofMinutes(10),
                        16,
                        Duration.ofDays(31)));
    }

    @Test
    void everyPropertyBinds() {
        assertThat(bind(Map.of(
                        "flyball.notifier.delivery.timeout", "3s",
                        "flyball.notifier.delivery.first-delay", "200ms",
                        "flyball.notifier.delivery.longest-delay", "1m",
                        "flyball.notifier.delivery.most-at-once", "4",
                        "flyball.notifier.delivery.remember", "8d")))
                .isEqualTo(new DeliveryProperties(
                        Duration.ofSeconds(3), Duration.ofMillis(200), Duration.ofMinutes(1), 4, Duration.ofDays(8)));
    }

    @Test
    void whatCannotWorkIsRefused() {
        for (var bad : Map.of("timeout", "0s", "longest-delay", "10ms", "most-at-once", "0", "remember", "1h")
                .entrySet()) {
            assertThatThrownBy(() -> bind(Map.of("flyball.notifier.delivery." + bad.getKey(), bad.getValue())))
                    .as(bad.getKey())
                    .rootCause()
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static DeliveryProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("flyball.notifier.delivery", DeliveryProperties.class);
    }
}
