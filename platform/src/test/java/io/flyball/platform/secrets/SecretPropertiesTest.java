package io.flyball.platform.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SecretPropertiesTest {

    @Test
    void defaultsAreTheDocumentedOnes() {
        assertThat(bind(Map.of())).isEqualTo(new SecretProperties("flyball"));
    }

    @Test
    void everyPropertyBinds() {
        assertThat(bind(Map.of("flyball.secrets.key", "of-ours"))).isEqualTo(new SecretProperties("of-ours"));
    }

    private static SecretProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("flyball.secrets", SecretProperties.class);
    }

    @Test
    void aKeyThatIsNoneIsRefusedAndNoneIsPrinted() {
        assertThatThrownBy(() -> new SecretProperties(" ")).hasMessageContaining("flyball.secrets.key");
        assertThat(new SecretProperties("of-ours").toString()).doesNotContain("of-ours");
    }
}
