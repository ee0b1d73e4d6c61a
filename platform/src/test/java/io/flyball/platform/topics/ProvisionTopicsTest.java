package io.flyball.platform.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ProvisionTopicsTest {
    @Test
    @DisplayName("OPS-3 what is missing in the environment is named")
    void missing() {
        assertThatThrownBy(() -> ProvisionTopics.needed(Map.of("A", " "), "A"))
                .hasMessage("Set A: it is not set, or empty.");
        assertThat(ProvisionTopics.needed(Map.of("A", "kafka:9092"), "A")).isEqualTo("kafka:9092");
    }

    @Test
    @DisplayName("OPS-3 copies are whole numbers from 1 on, and one if nothing is said")
    void numbers() {
        assertThat(ProvisionTopics.number(Map.of(), "N")).isEqualTo(1);
        assertThat(ProvisionTopics.number(Map.of("N", "3"), "N")).isEqualTo(3);
        assertThatThrownBy(() -> ProvisionTopics.number(Map.of("N", "0"), "N")).hasMessageContaining("not '0'");
        assertThatThrownBy(() -> ProvisionTopics.number(Map.of("N", "many"), "N"))
                .hasMessageContaining("not 'many'");
    }
}
