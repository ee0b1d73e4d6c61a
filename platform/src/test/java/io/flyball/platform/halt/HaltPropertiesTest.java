package io.flyball.platform.halt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class HaltPropertiesTest {

    @Test
    void defaultsAreTheDocumentedOnes() {
        assertThat(bind(Map.of())).isEqualTo(new HaltProperties(Duration.ofSeconds(10), Duration.ofHours(1)));
    }

    @Test
    void everyPropertyBinds() {
        assertThat(bind(Map.of("flyball.halt.sign-every", "2s", "flyball.halt.gone-after", "5m")))
                .isEqualTo(new HaltProperties(Duration.ofSeconds(2), Duration.ofMinutes(5)));
    }

    @Test
    void whatCannotWorkIsRefused() {
        assertThatThrownBy(() -> new HaltProperties(Duration.ofMillis(1), Duration.ofHours(1)))
                .hasMessageContaining("flyball.halt.sign-every");
        assertThatThrownBy(() -> new HaltProperties(Duration.ofSeconds(10), Duration.ofSeconds(20)))
                .hasMessageContaining("flyball.halt.gone-after");
        assertThatThrownBy(() -> new HaltProperties(Duration.ofSeconds(10), Duration.ofHours(3)))
                .hasMessageContaining("at most 2 h");
    }

    private static HaltProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("flyball.halt", HaltProperties.class);
    }
}
