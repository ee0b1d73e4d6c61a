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

    @ParameterizedTest(name = "SBX-5 {0} is nobody's, even named without a wildcard")
    @ValueSource(
            strings = {".ssh/id_rsa", "tls.key", ".aws/credentials", ".netrc", "store.jks", ".env.local", ".pgpass"})
    void secretFiles(String name) throws IOException {
        String file = file(name);

        assertThat(FilePermissions.read(file, List.of(file)))
                .isInstanceOfSatisfying(
                        FileAccess.Refused.class,
                        told -> assertThat(told.reason()).contains("protected by the rule"));
        assertThat(FilePermissions.write(file, List.of(file))).isInstanceOf(FileAccess.Refused.class);
        assertThat(FilePermissions.delete(file, List.of(file))).isInstanceOf(FileAccess.Refused.class);
    }

    @ParameterizedTest(name = "TOOL-4 {0} is read and never changed")
    @ValueSource(
            strings = {".git/hooks/pre-commit", ".bashrc", ".profile", "authorized_keys", ".config/fish/config.fish"})
    void guardedFiles(String name) throws IOException {
        String file = file(name);

        assertThat(FilePermissions.read(file, globs)).isInstanceOf(FileAccess.Allowed.class);
        assertThat(FilePermissions.write(file, List.of(file))).isInstanceOf(FileAccess.Refused.class);
        assertThat(FilePermissions.delete(file, List.of(file))).isInstanceOf(FileAccess.Refused.class);
    }

    @Test
    @DisplayName("SBX-5 a .pem is often a certificate: it is read when named without a wildcard, and only then")
    void certificates() throws IOException {
        String file = file("server.pem");

        assertThat(refused(file)).isTrue();
        assertThat(FilePermissions.read(file, List.of(file))).isInstanceOf(FileAccess.Allowed.class);
        assertThat(FilePermissions.write(file, List.of(file))).isInstanceOf(FileAccess.Refused.class);
    }

    @Test
    @DisplayName("TOOL-4 configuration may be written and not be deleted")
    void configuration() throws IOException {
        String file = file("app.conf");

        assertThat(FilePermissions.write(file, globs)).isInstanceOf(FileAccess.Allowed.class);
        assertThat(FilePermissions.delete(file, globs))
                .isInstanceOfSatisfying(
                        FileAccess.Refused.class,
                        told -> assertThat(told.reason()).contains("system-configuration"));
    }

    @Test
    @DisplayName("TOOL-4 a link in a permission's own folder widens nothing that may be changed")
    void linksInGlobsDoNotWidenWrites() throws IOException {
        Path current = Files.createSymbolicLink(temporary.toRealPath().resolve("current"), folder);

        assertThat(FilePermissions.write(current + "/app.log", List.of(current + "/**")))
                .isInstanceOf(FileAccess.Refused.class);
    }

    private String file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
        return file.toString();
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
