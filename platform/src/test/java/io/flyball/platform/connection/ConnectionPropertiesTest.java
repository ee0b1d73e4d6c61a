package io.flyball.platform.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flyball.platform.http.SecurityProperties;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ConnectionPropertiesTest {

    @Test
    @DisplayName("OPS-3 defaults are the documented ones")
    void defaultsAreTheDocumentedOnes() {
        assertThat(bind("flyball.connection", ConnectionProperties.class, Map.of()))
                .isEqualTo(new ConnectionProperties(
                        "127.0.0.1:7410",
                        URI.create("http://127.0.0.1:7412"),
                        URI.create("redis://127.0.0.1:7414"),
                        Duration.ofSeconds(1),
                        null));
        assertThat(bind("flyball.security", SecurityProperties.class, Map.of()))
                .isEqualTo(new SecurityProperties(Path.of(".flyball/token")));
    }

    @Test
    @DisplayName("OPS-3 every property binds")
    void everyPropertyBinds() {
        var set = Map.of(
                "kafka",
                "k:1",
                "registry",
                "http://r:2",
                "redis",
                "redis://s:3",
                "redis-timeout",
                "2s",
                "zipkin",
                "http://z:4");
        assertThat(bind("flyball.connection", ConnectionProperties.class, set))
                .isEqualTo(new ConnectionProperties(
                        "k:1",
                        URI.create("http://r:2"),
                        URI.create("redis://s:3"),
                        Duration.ofSeconds(2),
                        URI.create("http://z:4")));
        assertThat(bind("flyball.security", SecurityProperties.class, Map.of("token-file", "t")))
                .isEqualTo(new SecurityProperties(Path.of("t")));
    }

    @Test
    @DisplayName("OPS-3 nonsense is refused")
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> bind("flyball.connection", ConnectionProperties.class, Map.of("redis-timeout", "0s")))
                .rootCause()
                .hasMessageContaining("redis-timeout");
    }

    private static <T> T bind(String prefix, Class<T> type, Map<String, String> values) {
        Map<String, String> prefixed = new HashMap<>();
        values.forEach((key, value) -> prefixed.put(prefix + "." + key, value));
        return new Binder(new MapConfigurationPropertySource(prefixed)).bindOrCreate(prefix, type);
    }
}
