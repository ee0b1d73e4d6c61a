package io.flyball.console.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flyball.console.kit.Bound;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class ReadModelPropertiesTest {

    static ReadModelProperties bind(Map<String, String> properties) {
        return Bound.to(ReadModelProperties.class, "flyball.console.read-model", properties);
    }

    @Test
    void defaultsAreTheDocumentedOnes() {
        assertThat(bind(Map.of()))
                .isEqualTo(new ReadModelProperties(2_000, 2_000, 1_000, DataSize.ofMegabytes(32), 4_096));
    }

    @Test
    void everyPropertyBinds() {
        assertThat(bind(Map.of(
                        "flyball.console.read-model.finished-runs", "1",
                        "flyball.console.read-model.answered-approvals", "2",
                        "flyball.console.read-model.dead-letters", "3",
                        "flyball.console.read-model.dead-letter-bytes", "4KB",
                        "flyball.console.read-model.changes", "5")))
                .isEqualTo(new ReadModelProperties(1, 2, 3, DataSize.ofKilobytes(4), 5));
    }

    @Test
    void whatCannotWorkIsRefused() {
        assertThatThrownBy(() -> new ReadModelProperties(0, 1, 1, DataSize.ofBytes(1), 1))
                .hasMessageContaining("at least 1");
        assertThatThrownBy(() -> new ReadModelProperties(1, 1, 1, DataSize.ofBytes(0), 1))
                .hasMessageContaining("dead-letter-bytes");
    }
}
