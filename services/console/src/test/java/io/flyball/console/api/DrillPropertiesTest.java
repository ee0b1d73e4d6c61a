package io.flyball.console.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DrillPropertiesTest {

    @Test
    void defaultsAreTheDocumentedOnes() {
        assertThat(bind(Map.of())).isEqualTo(new DrillProperties(Duration.ZERO));
    }

    @Test
    void everyPropertyBinds() {
        assertThat(bind(Map.of("flyball.console.stop-drill.every", "12h")))
                .isEqualTo(new DrillProperties(Duration.ofHours(12)));
    }

    @Test
    void tooOftenIsRefused() {
        assertThatThrownBy(() -> new DrillProperties(Duration.ofSeconds(1))).hasMessageContaining("stop-drill.every");
    }

    private static DrillProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("flyball.console.stop-drill", DrillProperties.class);
    }
}
