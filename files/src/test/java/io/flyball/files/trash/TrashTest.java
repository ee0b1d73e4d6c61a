package io.flyball.files.trash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.flyball.files.Folder;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrashTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Instant LONG_AGO = Instant.parse("2025-06-07T08:09:10Z");
    private static final Manifest.By BY = new Manifest.By("run-1", "action-1", "cleaner", "safe_delete");
    private static final String X_SHA256 = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881";

    @TempDir
    Path temporary;

    private Path root;
    private Path elsewhere;
    private Trash trash;

    @BeforeEach
    void folders() throws IOException {
        root = temporary.toRealPath();
        trash = new Trash(root.resolve("home").resolve(Trash.NAME), Duration.ofDays(30));
        Files.createDirectories(root.resolve("app/old/deep"));
        file("app/old/a", "x");
        file("app/old/deep/b", "y");
        file("app/file", "x");
    }

    @AfterEach
    void tidy() throws IOException {
        if (elsewhere != null) {
            try (Folder above = Folder.around(elsewhere)) {
                Removal.all(above, elsewhere.getFileName().toString());
            }
        }
    }

    @ParameterizedTest(name = "TOOL-4 a file comes back as it was; trash on another file system: {0}")
    @ValueSource(booleans = {false, true})
    void aFileComesBack(boolean otherFileSystem) throws IOException {
        trashElsewhere(otherFileSystem);

        Manifest put = put("file");

        assertThat(root.resolve("app/file")).doesNotExist();
        assertThat(trash.list().entries()).containsExactly(put);
        assertThat(put.by()).isEqualTo(BY);
        assertThat(put.keptUntil()).isEqualTo(NOW.plus(Duration.ofDays(30)));
        assertThat(put.files()).singleElement().satisfies(kept -> {
            assertThat(kept.size()).isEqualTo(1);
            assertThat(kept.sha256()).isEqualTo(X_SHA256);
            assertThat(kept.rights().mode()).isEqualTo("rw-r-----");
            assertThat(kept.modifiedAt()).isEqualTo(LONG_AGO);
        });

        trash.restore(put.id(), false, NOW);

        assertIsBack("app/file", "x");
        assertThat(trash.list().entries()).isEmpty();
    }

    @ParameterizedTest(name = "TOOL-4 a folder comes back as it was; trash on another file system: {0}")
    @ValueSource(booleans = {false, true})
    void aFolderComesBack(boolean otherFileSystem) throws IOException {
        trashElsewhere(otherFileSystem);

        Manifest put = put("old");

        assertThat(root.resolve("app/old")).doesNotExist();
        assertThat(put.files()).extracting(KeptFile::path).containsExactly("", "a", "deep", "deep/b");

        trash.restore(put.id(), false, NOW);

        assertIsBack("app/old/a", "x");
        assertIsBack("app/old/deep/b", "y");
    }

    @Test
    @DisplayName("TOOL-4 nothing is overwritten unless forced, and then it is in the trash itself")
    void doesNotOverwrite() throws IOException {
        Manifest put = put("file");
        file("app/file", "newer");

        assertThatThrownBy(() -> trash.restore(put.id(), false, NOW)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(root.resolve("app/file")).hasContent("newer");

        trash.restore(put.id(), true, NOW);

        assertIsBack("app/file", "x");
        assertThat(trash.list().entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.by().agent()).isEqualTo("flyball trash restore"));
    }

    @Test
    @DisplayName("TOOL-4 a link in a folder is put away as a link, and what it leads to stays")
    void linksAreNotFollowed() throws IOException {
        file("sentinel", "stays");
        Files.createSymbolicLink(root.resolve("app/old/link"), root.resolve("sentinel"));

        Manifest put = put("old");
        trash.forget(put.id());

        assertThat(root.resolve("sentinel")).hasContent("stays");
        assertThat(trash.list().entries()).isEmpty();
    }

    @Test
    @DisplayName("TOOL-4 on another file system a folder with a link is left where it is, whole")
    void linksAreNotCopied() throws IOException {
        trashElsewhere(true);
        Files.createSymbolicLink(root.resolve("app/old/link"), root.resolve("file"));

        assertThatThrownBy(() -> put("old")).hasMessageContaining("link");

        assertIsBack("app/old/a", "x");
        assertIsBack("app/old/deep/b", "y");
    }

    @Test
    @DisplayName("TOOL-4 a copy is kept of what will be replaced")
    void keepsCopies() throws IOException {
        try (Folder folder = Folder.open(root.resolve("app"))) {
            trash.keepCopy(folder, "file", BY, NOW);
        }
        assertThat(root.resolve("app/file")).exists();
        assertThat(trash.list().entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.why()).isEqualTo(Manifest.Why.REPLACED));
    }

    @Test
    @DisplayName("TOOL-4 only its owner enters the trash, and what cannot be read in it is told")
    void privateAndHonest() throws IOException {
        put("file");
        Files.createDirectory(trash.home().resolve("torn"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(trash.home())))
                .isEqualTo("rwx------");
        assertThat(trash.list().unreadable()).singleElement().asString().contains("torn");
    }

    @Test
    @DisplayName("TOOL-4 what was copied and changed since is not taken away")
    void changedSinceIsLeft() throws IOException {
        try (Folder folder = Folder.open(root.resolve("app"))) {
            var before = Survey.of(folder, "old");
            file("app/old/deep/b", "changed");

            assertThatThrownBy(() -> Removal.copied(folder, "old", before)).hasMessageContaining("changed meanwhile");
        }
        assertThat(root.resolve("app/old/deep/b")).hasContent("changed");
    }

    private void trashElsewhere(boolean otherFileSystem) throws IOException {
        if (!otherFileSystem) {
            return;
        }
        Path shared = Path.of("/dev/shm");
        assumeTrue(Files.isWritable(shared), "no second file system here");
        elsewhere = Files.createTempDirectory(shared, "trash");
        assumeTrue(!Files.getFileStore(elsewhere).equals(Files.getFileStore(root)), "the same file system");
        trash = new Trash(elsewhere.resolve(Trash.NAME), Duration.ofDays(30));
    }

    private Manifest put(String name) throws IOException {
        try (Folder folder = Folder.open(root.resolve("app"))) {
            return trash.put(folder, name, BY, NOW);
        }
    }

    private void file(String name, String content) throws IOException {
        Path file = root.resolve(name);
        Files.writeString(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
    }

    private void assertIsBack(String name, String content) throws IOException {
        Path file = root.resolve(name);
        assertThat(file).hasContent(content);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
        assertThat(Files.getLastModifiedTime(file).toInstant()).isEqualTo(LONG_AGO);
        try (Stream<Path> beside = Files.list(file.getParent())) {
            assertThat(beside).noneMatch(each -> each.toString().endsWith(".new"));
        }
    }
}
