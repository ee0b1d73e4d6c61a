package io.flyball.governor.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;

class GrantPropertiesTest {

    @Test
    void defaultsAreTheDocumentedOnes() {
        assertThat(bind(Map.of()))
                .isEqualTo(new GrantProperties(
                        Path.of(".flyball/grants/signing.key"),
                        Path.of(".flyball/grants/verifying.keys"),
                        Duration.ofSeconds(60)));
    }

    @Test
    void everyPropertyBinds() {
        assertThat(bind(Map.of(
                        "flyball.governor.grants.key-file", "/run/secrets/key",
                        "flyball.governor.grants.public-keys-file", "/keys",
                        "flyball.governor.grants.valid-for", "5s")))
                .isEqualTo(new GrantProperties(Path.of("/run/secrets/key"), Path.of("/keys"), Duration.ofSeconds(5)));
    }

    @Test
    void whatMakesNoSenseIsRefusedByName() {
        assertThatThrownBy(() -> bind(Map.of("flyball.governor.grants.valid-for", "0s")))
                .isInstanceOf(BindException.class)
                .rootCause()
                .hasMessageContaining("flyball.governor.grants.valid-for");
    }

    private static GrantProperties bind(Map<String, String> properties) {
        return Binding.of("flyball.governor.grants", GrantProperties.class, properties);
    }
}
