package io.flyball.costledger.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class LedgerPropertiesTest {

    @Test
    void defaultsAreTheDocumentedOnes() {
        assertThat(bind(Map.of()))
                .isEqualTo(new LedgerProperties(Duration.ofDays(91), Duration.ofDays(400), Duration.ofDays(90)));
    }

    @Test
    void everyPropertyBinds() {
        assertThat(bind(Map.of(
                        "flyball.cost-ledger.remember-ids", "92d",
                        "flyball.cost-ledger.keep-hours", "40d",
                        "flyball.cost-ledger.keep-runs", "9d")))
                .isEqualTo(new LedgerProperties(Duration.ofDays(92), Duration.ofDays(40), Duration.ofDays(9)));
    }

    @Test
    void whatCannotWorkIsRefused() {
        assertThatThrownBy(() -> bind(Map.of("flyball.cost-ledger.keep-runs", "401d")))
                .rootCause()
                .hasMessageContaining("keep-runs");
        assertThatThrownBy(() -> bind(Map.of("flyball.cost-ledger.remember-ids", "89d")))
                .rootCause()
                .hasMessageContaining("agent.usage");
    }

    private static LedgerProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("flyball.cost-ledger", LedgerProperties.class);
    }
}
