package io.flyball.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("CASE-5 what an entry says of how it is run")
class KnownTest {
    @Test
    @DisplayName("a process has the name that the kernel keeps; a longer one would be a stranger's at its own port")
    void process() {
        assertThat(Known.checked(Map.of("process", "a-service-with-"))).containsEntry("process", "a-service-with-");
        assertThatThrownBy(() -> Known.checked(Map.of("process", "a-service-with-a-long-name")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("15 characters")
                .hasMessageContaining("write a-service-with-,");
    }
}
