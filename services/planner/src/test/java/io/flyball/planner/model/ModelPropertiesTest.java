package io.flyball.planner.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ModelPropertiesTest {

    private static ModelProperties bind(String... pairs) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put("flyball.planner." + pairs[i], pairs[i + 1]);
        }
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("flyball.planner", ModelProperties.class);
    }

    @Test
    void defaultsAreTheDocumentedOnes() {
        assertThat(bind())
                .isEqualTo(new ModelProperties(
                        null,
                        null,
                        Map.of(),
                        new ApiKey(""),
                        new ApiKey(""),
                        null,
                        Duration.ofSeconds(60),
                        4096,
                        4,
                        Duration.ofMillis(500),
                        Duration.ofSeconds(20)));
    }

    @Test
    void everyPropertyBinds() {
        assertThat(bind(
                        "provider", "openai",
                        "base-url", "http://127.0.0.1:11434/v1",
                        "models.complex", "qwen3",
                        "anthropic-api-key", "a",
                        "openai-api-key", " o ",
                        "api-key-file", "/run/secrets/key",
                        "call-timeout", "10s",
                        "max-output-tokens", "100",
                        "attempts", "2",
                        "first-wait", "1s",
                        "longest-wait", "2s"))
                .isEqualTo(new ModelProperties(
                        Provider.OPENAI,
                        URI.create("http://127.0.0.1:11434/v1"),
                        Map.of(Tier.COMPLEX, "qwen3"),
                        new ApiKey("a"),
                        new ApiKey("o"),
                        Path.of("/run/secrets/key"),
                        Duration.ofSeconds(10),
                        100,
                        2,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2)));
    }

    @ParameterizedTest
    @CsvSource({"call-timeout,0s", "max-output-tokens,0", "attempts,0", "first-wait,0s", "longest-wait,1ms"})
    void nonsenseIsRefused(String property, String value) {
        assertThatThrownBy(() -> bind(property, value)).rootCause().hasMessageContaining("flyball.planner." + property);
    }

    @Test
    @DisplayName("PLN-2 without a key there is no model, and provider none means none")
    void withoutAKeyThereIsNoModel() {
        assertThat(bind().access()).isEmpty();
        assertThat(bind("provider", "anthropic").access()).isEmpty();
        assertThat(bind("provider", "none", "anthropic-api-key", "k").access()).isEmpty();
    }

    @Test
    @DisplayName("PLN-1 the provider whose key is given is asked, at its own address, unless configured")
    void theKeyTellsTheProvider() {
        assertThat(bind("openai-api-key", "o").access()).hasValueSatisfying(access -> {
            assertThat(access.provider()).isEqualTo(Provider.OPENAI);
            assertThat(access.baseUrl()).hasToString("https://api.openai.com/v1");
        });
        assertThat(bind("openai-api-key", "o", "anthropic-api-key", "a", "models.simple", "mine")
                        .access())
                .hasValueSatisfying(access -> {
                    assertThat(access.provider()).isEqualTo(Provider.ANTHROPIC);
                    assertThat(access.key()).isEqualTo(new ApiKey("a"));
                    assertThat(Stream.of(Tier.values()).map(access::model))
                            .containsExactly("mine", "claude-sonnet-4-6", "claude-opus-4-8", "claude-opus-4-8");
                });
    }

    @Test
    @DisplayName("PLN-1 an OpenAI-compatible server of one's own needs no key")
    void ownServerNeedsNoKey() {
        assertThat(bind("provider", "openai", "base-url", "http://127.0.0.1:11434/v1")
                        .access())
                .isPresent();
        assertThat(bind("provider", "openai").access()).isEmpty();
    }

    @Test
    @DisplayName("PLN-1 the key can be a mounted file, and never shows itself")
    void keyFromAFile(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("key"), "sk-mounted\n");
        ModelProperties properties =
                bind("provider", "anthropic", "api-key-file", file.toString(), "anthropic-api-key", "sk-env");

        assertThat(properties.access())
                .hasValueSatisfying(access -> assertThat(access.key()).isEqualTo(new ApiKey("sk-mounted")));
        assertThat(properties.toString() + properties.access()).doesNotContain("sk-");
    }
}
