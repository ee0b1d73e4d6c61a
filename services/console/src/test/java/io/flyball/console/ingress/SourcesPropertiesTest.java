package io.flyball.console.ingress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flyball.console.kit.Bound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("ING-11 every source has secrets of its own")
class SourcesPropertiesTest {
    @TempDir
    Path folder;

    private static SourcesProperties bound(Map<String, String> properties) {
        return Bound.to(SourcesProperties.class, "flyball.sources", properties);
    }

    @Test
    void defaultsAreTheDocumentedOnes() {
        SourcesProperties properties = bound(Map.of());
        assertThat(properties.keys()).isEmpty();
        assertThat(properties.keysOf("grafana")).isEmpty();
        assertThat(properties.topics()).isEmpty();
        assertThat(properties.tolerance()).isEqualTo(Duration.ofMinutes(5));
        assertThat(properties.retries()).isEqualTo(Duration.ofHours(7));
    }

    @Test
    void everyPropertyBinds() throws IOException {
        Path file = Files.writeString(folder.resolve("keys"), "new-key\n\nold-key\n");
        SourcesProperties properties = bound(Map.of(
                "flyball.sources.keys.grafana.values", "one,two",
                "flyball.sources.keys.pagerduty.file", file.toString(),
                "flyball.sources.topics", "arn:aws:sns:eu-west-1:1:a,arn:aws:sns:eu-west-1:1:b",
                "flyball.sources.tolerance", "1m",
                "flyball.sources.retries", "2h"));
        assertThat(properties.keysOf("grafana")).containsExactly("one", "two");
        assertThat(properties.keysOf("pagerduty")).containsExactly("new-key", "old-key");
        assertThat(properties.topics()).hasSize(2);
        assertThat(properties.tolerance()).isEqualTo(Duration.ofMinutes(1));
        assertThat(properties.retries()).isEqualTo(Duration.ofHours(2));
        Files.writeString(file, "newer-key\n");
        assertThat(properties.keysOf("pagerduty")).containsExactly("newer-key");
    }

    @Test
    void secretsAreNotPrinted() {
        assertThat(bound(Map.of("flyball.sources.keys.grafana.values", "plover"))
                        .toString())
                .doesNotContain("plover");
    }

    @Test
    void whatCannotBeReadIsToldAtTheStart() {
        assertThatThrownBy(() -> bound(Map.of("flyball.sources.keys.sentry.file", "/nowhere/key")))
                .rootCause()
                .hasMessageContaining("flyball.sources.keys.sentry.file");
    }
}
