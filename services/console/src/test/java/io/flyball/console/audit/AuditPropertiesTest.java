package io.flyball.console.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.console.kit.Bound;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditPropertiesTest {
    private static AuditProperties bind(Map<String, String> properties) {
        return Bound.to(AuditProperties.class, "flyball.console.audit", properties);
    }

    @Test
    void defaultsAreTheDocumentedOnes() {
        assertThat(bind(Map.of())).isEqualTo(new AuditProperties(Path.of(".flyball/audit-key")));
    }

    @Test
    void everyPropertyBinds() {
        assertThat(bind(Map.of("flyball.console.audit.key-file", "/run/secrets/audit")))
                .isEqualTo(new AuditProperties(Path.of("/run/secrets/audit")));
    }
}
