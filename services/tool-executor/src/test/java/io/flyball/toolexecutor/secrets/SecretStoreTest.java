package io.flyball.toolexecutor.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretStoreTest {
    private static final String VALUE = "correct horse & \"battery\"";

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();

    private SecretStore store() {
        return new SecretStore(folder, environment::get);
    }

    @Test
    @DisplayName(
            "SEC-3 a secret comes from its file, as Kubernetes mounts it, or from its variable; the file counts first")
    void sources() throws Exception {
        environment.put("FLYBALL_TOOL_SECRET_SHOP_API", "from-the-variable");
        assertThat(store().value("shop-api")).isEqualTo("from-the-variable");

        // Kubernetes mounts a link into a folder of the newest version.
        Path version = Files.createDirectories(folder.resolve("..data"));
        Files.writeString(version.resolve("shop-api"), "from-the-file\n");
        Files.createSymbolicLink(folder.resolve("shop-api"), version.resolve("shop-api"));
        assertThat(store().value("shop-api")).isEqualTo("from-the-file");
        assertThat(store().filledIn("Bearer secret://shop-api")).isEqualTo("Bearer from-the-file");
    }

    @Test
    @DisplayName("SEC-3 a secret that was changed counts at its next use")
    void changed() throws Exception {
        SecretStore store = store();
        Files.writeString(folder.resolve("shop-api"), "the-first-one");
        assertThat(store.value("shop-api")).isEqualTo("the-first-one");
        Files.writeString(folder.resolve("shop-api"), "the-second-one");
        assertThat(store.value("shop-api")).isEqualTo("the-second-one");
        assertThat(store.given()).containsKeys("the-first-one", "the-second-one");
    }

    @Test
    @DisplayName("SEC-3 what cannot be used is refused with what to do, and the value is not said")
    void refused() throws IOException {
        assertThatThrownBy(() -> store().value("none"))
                .isInstanceOf(NoSecret.class)
                .hasMessageContaining(folder.resolve("none").toString())
                .hasMessageContaining("FLYBALL_TOOL_SECRET_NONE");
        for (String bad : new String[] {"", "short", "two\nlines of it", "x".repeat(9_000)}) {
            Files.writeString(folder.resolve("bad"), bad);
            assertThatThrownBy(() -> store().value("bad"))
                    .isInstanceOf(NoSecret.class)
                    .satisfies(e -> {
                        if (!bad.isEmpty()) {
                            assertThat(e.getMessage()).doesNotContain(bad);
                        }
                    });
        }
        assertThatThrownBy(() -> store().value("../bad")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("SEC-3 what was given out is known in the forms in which it may come back")
    void forms() throws Exception {
        Files.writeString(folder.resolve("odd"), VALUE);
        SecretStore store = store();
        assertThat(store.given()).isEmpty();
        store.value("odd");
        assertThat(store.given())
                .containsEntry(VALUE, "secret-odd")
                .containsKey("correct+horse+%26+%22battery%22")
                .containsKey("correct horse &amp; \"battery\"")
                .containsKey("correct horse & \\\"battery\\\"")
                .containsKey(Base64.getEncoder().encodeToString(VALUE.getBytes(StandardCharsets.UTF_8)));
    }
}
