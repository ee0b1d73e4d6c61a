package io.flyball.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTest {
    @TempDir
    Path temporary;

    private Path root;

    @BeforeEach
    void folders() throws IOException {
        root = temporary.toRealPath();
        Files.createDirectories(root.resolve("a/b"));
        Files.writeString(root.resolve("a/b/file"), "x");
        Files.createSymbolicLink(root.resolve("link"), root.resolve("a"));
        Files.createSymbolicLink(root.resolve("a/filelink"), root.resolve("a/b/file"));
    }

    @Test
    @DisplayName("TOOL-4 no link is followed, neither on the way nor at its end")
    void followsNoLinks() throws IOException {
        assertThatThrownBy(() -> Folder.open(root.resolve("link/b"))).isInstanceOf(IOException.class);
        try (Folder folder = Folder.open(root.resolve("a"))) {
            assertThat(folder.look("filelink").orElseThrow().isSymbolicLink()).isTrue();
            assertThatThrownBy(() -> folder.read("filelink")).hasMessageContaining("not a regular file");
        }
    }

    @Test
    @DisplayName("TOOL-4 what is done happens in the folder that was opened, wherever its path leads by now")
    void staysWhereItWasOpened() throws IOException {
        try (Folder folder = Folder.open(root.resolve("a/b"))) {
            Files.move(root.resolve("a/b"), root.resolve("elsewhere"));
            Files.createDirectory(root.resolve("a/b"));
            Files.writeString(root.resolve("a/b/file"), "another");

            folder.delete("file");

            assertThat(root.resolve("a/b/file")).exists();
            assertThat(root.resolve("elsewhere/file")).doesNotExist();
        }
    }

    @Test
    void namesAreListedAsOftenAsAsked() throws IOException {
        try (Folder folder = Folder.open(root.resolve("a"))) {
            assertThat(folder.names()).containsExactly("b", "filelink");
            assertThat(folder.names()).containsExactly("b", "filelink");
        }
    }

    @Test
    void aNameIsOneName() throws IOException {
        try (Folder folder = Folder.open(root)) {
            assertThatThrownBy(() -> folder.read("a/b/file")).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> folder.delete("..")).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> Folder.open(root.resolve("a/../a"))).isInstanceOf(IOException.class);
    }
}
