package io.flyball.cli.trash;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.cli.CommandLineUnderTest;
import io.flyball.cli.output.Json;
import io.flyball.files.Folder;
import io.flyball.files.trash.Manifest;
import io.flyball.files.trash.Trash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class TrashCommandsTest {
    @TempDir
    Path temporary;

    private Path root;
    private Path file;

    @BeforeEach
    void deleted() throws IOException {
        root = temporary.toRealPath();
        file = root.resolve("report");
        Trash trash = new Trash(root.resolve("data").resolve(Trash.NAME), Duration.ofDays(30));
        Files.writeString(file, "four");
        var by = new Manifest.By("run-1", "action-1", "cleaner", "safe_delete");
        try (Folder folder = Folder.open(root)) {
            trash.put(folder, "report", by, CommandLineUnderTest.NOW.minus(Duration.ofDays(3)));
        }
    }

    private CommandLineUnderTest.Result run(String... arguments) {
        return new CommandLineUnderTest()
                .with("FLYBALL_DATA_DIR", root.resolve("data").toString())
                .run(arguments);
    }

    @Test
    @DisplayName("TOOL-4 CLI-3 trash list: what, whose, since when, until when, for people and for programs")
    void list() {
        JsonNode entry = Json.parse(run("trash", "list", "-o", "json").out()).get(0);

        assertThat(entry.path("id").asString()).isEqualTo("action-1");
        assertThat(entry.path("path").asString()).isEqualTo(file.toString());
        assertThat(entry.path("by").path("run").asString()).isEqualTo("run-1");
        assertThat(entry.path("bytes").asInt()).isEqualTo(4);
        assertThat(entry.path("keptUntil").asString()).isEqualTo("2026-12-18T06:00:00Z");
        assertThat(entry.path("files").get(0).path("sha256").asString()).hasSize(64);
        assertThat(run("trash", "list").out()).contains("action-1", "DELETED", "cleaner");
    }

    @Test
    @DisplayName(
            "TOOL-4 trash restore: by the id's beginning; what stands there is refused, and goes to the trash by force")
    void restore() throws IOException {
        Files.writeString(file, "newer");

        var refused = run("trash", "restore", "action");
        assertThat(refused.exitCode()).isEqualTo(5);
        assertThat(refused.err()).contains("nothing is overwritten", "--force");
        assertThat(file).hasContent("newer");

        assertThat(run("trash", "restore", "action", "--force").exitCode()).isZero();
        assertThat(file).hasContent("four");
        assertThat(Json.parse(run("trash", "list", "-o", "json").out())).hasSize(1);
    }

    @Test
    @DisplayName("TOOL-4 trash empty: only what is older")
    void empty() {
        assertThat(run("trash", "empty", "--older-than", "7d").out()).contains("0 entries");
        assertThat(run("trash", "empty", "--older-than", "2d").out()).contains("1 entry, 4 bytes");
        assertThat(run("trash", "list").err()).contains("empty");
        assertThat(run("trash", "empty", "--older-than", "soon").exitCode()).isEqualTo(2);
        assertThat(run("trash", "restore", "action-1").exitCode()).isEqualTo(4);
    }
}
