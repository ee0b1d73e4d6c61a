package io.flyball.toolexecutor.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilePermissionsTest {
    @TempDir
    Path temporary;

    private Path folder;
    private List<String> globs;

    @BeforeEach
    void folders() throws IOException {
        folder = Files.createDirectories(temporary.toRealPath().resolve("app"));
        Files.createDirectories(temporary.toRealPath().resolve("other"));
        Files.writeString(folder.resolve("app.log"), "x");
        Files.writeString(temporary.toRealPath().resolve("other/secret"), "x");
        globs = List.of(folder + "/**");
    }

    @Test
    @DisplayName("SBX-5 what the globs cover may be read, nothing else")
    void byGlob() {
        assertThat(FilePermissions.read(folder + "/app.log", globs))
                .isEqualTo(new FileAccess.Allowed(folder.resolve("app.log")));
        assertThat(refused(temporary + "/other/secret")).isTrue();
        assertThat(FilePermissions.read(folder + "/app.log", List.of())).isInstanceOf(FileAccess.Refused.class);
    }

    @Test
    @DisplayName("SBX-5 dots and links do not lead out")
    void dotsAndLinksDoNotLeadOut() throws IOException {
        Files.createSymbolicLink(folder.resolve("link"), temporary.toRealPath().resolve("other/secret"));
        Files.createSymbolicLink(folder.resolve("door"), temporary.toRealPath().resolve("other"));

        assertThat(refused(folder + "/../other/secret")).isTrue();
        assertThat(refused(folder + "/link")).isTrue();
        assertThat(refused(folder + "/door/secret")).isTrue();
        assertThat(FilePermissions.write(folder + "/door/new", globs)).isInstanceOf(FileAccess.Refused.class);
        assertThat(refused("app.log")).isTrue();
    }

    @Test
    @DisplayName("SBX-5 globs may themselves go through links")
    void globsThroughLinks() throws IOException {
        Path current = Files.createSymbolicLink(temporary.toRealPath().resolve("current"), folder);

        assertThat(FilePermissions.read(current + "/app.log", List.of(current + "/*.log")))
                .isEqualTo(new FileAccess.Allowed(folder.resolve("app.log")));
    }

    @ParameterizedTest(name = "SBX-5 {0} is protected")
    @ValueSource(strings = {".ssh/id_rsa", "server.pem", "tls.key", ".aws/credentials", ".netrc", "store.jks"})
    void protectedFiles(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");

        assertThat(refused(file.toString())).isTrue();
        assertThat(FilePermissions.read(file.toString(), List.of(file.toString())))
                .isInstanceOf(FileAccess.Allowed.class);
    }

    @Test
    @DisplayName("SBX-5 the system's own secrets are protected whatever the globs say")
    void systemFiles() {
        assertThat(FilePermissions.read("/etc/shadow", List.of("/etc/**"))).isInstanceOf(FileAccess.Refused.class);
        assertThat(FilePermissions.read("/proc/self/environ", List.of("/**"))).isInstanceOf(FileAccess.Refused.class);
        assertThat(FilePermissions.read("/etc/hosts", List.of("/etc/**"))).isInstanceOf(FileAccess.Allowed.class);
    }

    private boolean refused(String path) {
        return FilePermissions.read(path, globs) instanceof FileAccess.Refused;
    }
}
