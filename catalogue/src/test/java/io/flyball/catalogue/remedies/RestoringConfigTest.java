package io.flyball.catalogue.remedies;

import static io.flyball.catalogue.remedies.Mendctl.NOTHING_CHANGED;
import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.catalogue.remedies.Mendctl.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("CASE-5 a configuration is restored so that it can be undone, and no other file is touched")
class RestoringConfigTest {
    @TempDir
    Path folder;

    private Path declared = Path.of("");
    private Path config = Path.of("");

    @BeforeEach
    void files() throws IOException {
        declared = Files.writeString(folder.resolve("declared.conf"), "right");
        Files.setPosixFilePermissions(declared, PosixFilePermissions.fromString("rw-r-----"));
        config = Files.writeString(folder.resolve("shop.conf"), "wrong");
    }

    private List<String> named(String part) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> Objects.requireNonNull(file.getFileName())
                            .toString()
                            .contains(part))
                    .map(Path::toString)
                    .sorted()
                    .toList();
        }
    }

    @Test
    @DisplayName("it is what is declared, with its rights, and the output names what was kept")
    void restored() throws Exception {
        Said said = Mendctl.run("restore-config", declared, config);

        assertThat(said.exit()).as(said.text()).isZero();
        assertThat(config).hasContent("right");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(config)))
                .isEqualTo("rw-r-----");
        String kept = said.text().strip().replaceAll(".* ", "");
        assertThat(Path.of(kept)).hasContent("wrong");
        assertThat(named(".before")).containsExactly(kept);
        assertThat(named(".fresh")).isEmpty();
    }

    @Test
    @DisplayName("a second time keeps what the first has kept")
    void twice() throws Exception {
        Mendctl.run("restore-config", declared, config);
        Files.writeString(config, "wrong again");
        Mendctl.run("restore-config", declared, config);

        assertThat(named(".before"))
                .extracting(file -> Files.readString(Path.of(file)))
                .containsExactlyInAnyOrder("wrong", "wrong again");
    }

    @Test
    @DisplayName("links that somebody has put beside it are not followed")
    void links() throws Exception {
        Path precious = Files.writeString(folder.resolve("precious"), "precious");
        Files.createSymbolicLink(folder.resolve("shop.conf.before"), precious);
        Files.createSymbolicLink(folder.resolve("shop.conf.fresh"), precious);

        assertThat(Mendctl.run("restore-config", declared, config).exit()).isZero();
        assertThat(precious).hasContent("precious");
        assertThat(Files.isSymbolicLink(config)).isFalse();
        assertThat(config).hasContent("right");
    }

    @Test
    @DisplayName("one that is gone is brought back")
    void gone() throws Exception {
        Files.delete(config);

        Said said = Mendctl.run("restore-config", declared, config);

        assertThat(said.exit()).as(said.text()).isZero();
        assertThat(said.text()).doesNotContain("what was there");
        assertThat(config).hasContent("right");
    }

    @Test
    @DisplayName("folders, links and ways upwards are refused")
    void refused() throws Exception {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Path link = Files.createSymbolicLink(folder.resolve("link.conf"), config);

        refused(declared, inner);
        refused(declared, link);
        refused(link, config);
        refused(declared, inner + "/../shop.conf");
        refused(inner + "/../declared.conf", config);
        refused(folder.resolve("nothing"), config);
        assertThat(config).hasContent("wrong");
        assertThat(inner).isEmptyDirectory();
        assertThat(named(".before")).isEmpty();
    }

    private static void refused(Object... words) throws Exception {
        Object[] all =
                Stream.concat(Stream.of("restore-config"), Arrays.stream(words)).toArray();
        Said said = Mendctl.run(all);
        assertThat(said.exit()).as(said.text()).isEqualTo(NOTHING_CHANGED);
    }
}
