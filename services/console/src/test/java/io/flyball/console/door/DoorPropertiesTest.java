package io.flyball.console.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flyball.console.kit.Bound;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DoorPropertiesTest {

    private static DoorProperties bind(Map<String, String> properties) {
        return Bound.to(DoorProperties.class, "flyball.console", properties);
    }

    @Test
    void defaultsAreTheDocumentedOnes() {
        assertThat(bind(Map.of()))
                .isEqualTo(new DoorProperties(Duration.ofHours(12), "local", Path.of(".flyball/people")));
    }

    @Test
    void everyPropertyBinds() {
        assertThat(bind(Map.of(
                        "flyball.console.session",
                        "30m",
                        "flyball.console.principal",
                        "ops",
                        "flyball.console.people-file",
                        "p")))
                .isEqualTo(new DoorProperties(Duration.ofMinutes(30), "ops", Path.of("p")));
    }

    @Test
    void whatCannotWorkIsRefused() {
        assertThatThrownBy(() -> new DoorProperties(Duration.ZERO, "ops", Path.of("p")))
                .hasMessageContaining("session");
        assertThatThrownBy(() -> new DoorProperties(Duration.ofHours(1), " ", Path.of("p")))
                .hasMessageContaining("principal");
    }
}
