package io.flyball.catalogue.remedies;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.catalogue.remedies.Mendctl.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("CASE-5 a link to a release goes back one release, by version, and no release is deleted")
class PreviousReleaseTest {
    @TempDir
    Path folder;

    private Path current = Path.of("");

    @BeforeEach
    void releases() throws IOException {
        for (String version : new String[] {"v2", "v9", "v10"}) {
            Files.createDirectories(folder.resolve("releases").resolve(version));
        }
        current = Files.createSymbolicLink(folder.resolve("current"), Path.of("releases/v10"));
    }

    @Test
    @DisplayName("v9 comes before v10; what was relative stays relative, and the output says how it is undone")
    void goesBack() throws Exception {
        Said said = Mendctl.run("previous-release", current);

        assertThat(said.exit()).as(said.text()).isZero();
        assertThat(Files.readSymbolicLink(current)).isEqualTo(Path.of("releases/v9"));
        assertThat(folder.resolve("releases/v10")).isDirectory();
        assertThat(said.text()).contains("it was v10").contains("ln -sfn");
        assertThat(folder).isDirectoryNotContaining("glob:**fresh*");
    }

    @Test
    @DisplayName("the first release, a folder and a link to a file stay")
    void nothingBefore() throws Exception {
        Files.delete(current);
        Files.createSymbolicLink(current, Path.of("releases/v2"));
        assertThat(Mendctl.run("previous-release", current).exit()).isEqualTo(Mendctl.NOTHING_CHANGED);
        assertThat(Files.readSymbolicLink(current)).isEqualTo(Path.of("releases/v2"));

        assertThat(Mendctl.run("previous-release", folder.resolve("releases")).exit())
                .isEqualTo(Mendctl.NOTHING_CHANGED);
        Path file = Files.writeString(folder.resolve("file"), "x");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        assertThat(Mendctl.run("previous-release", link).exit()).isEqualTo(Mendctl.NOTHING_CHANGED);
        assertThat(Files.readSymbolicLink(link)).isEqualTo(file);
    }

    @Test
    @DisplayName("folders beside that are no releases are not taken for one")
    void noRelease() throws Exception {
        Files.createDirectories(folder.resolve("releases/shared"));
        Files.createDirectories(folder.resolve("releases/v9-broken"));
        assertThat(Mendctl.run("previous-release", current).exit()).isZero();
        assertThat(Files.readSymbolicLink(current)).isEqualTo(Path.of("releases/v9"));

        assertThat(Mendctl.run("previous-release", current).exit()).isZero();
        assertThat(Files.readSymbolicLink(current)).isEqualTo(Path.of("releases/v2"));
        assertThat(Mendctl.run("previous-release", current).exit()).isEqualTo(Mendctl.NOTHING_CHANGED);
    }

    @Test
    @DisplayName("a link that names a whole path names a whole path again")
    void absolute() throws Exception {
        Files.delete(current);
        Files.createSymbolicLink(current, folder.resolve("releases/v9"));
        assertThat(Mendctl.run("previous-release", current).exit()).isZero();
        assertThat(Files.readSymbolicLink(current)).isEqualTo(folder.resolve("releases/v2"));
    }
}
