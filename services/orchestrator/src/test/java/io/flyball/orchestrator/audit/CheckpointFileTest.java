package io.flyball.orchestrator.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.schemas.audit.CheckpointLines;
import io.flyball.schemas.audit.Head;
import io.flyball.schemas.audit.SealKeyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFileTest {
    private static final Instant AT = Instant.parse("2026-11-27T03:00:00Z");

    @TempDir
    private Path folder;

    @Test
    @DisplayName("AUD-2 each checkpoint is one more signed line; the newest head of a chain counts")
    void lines() throws IOException {
        var file = file(folder.resolve("audit/checkpoints.jsonl"));
        assertThat(file.write(Map.of("a", new Head(1, "11"), "b", new Head(4, "44")), AT))
                .isTrue();
        assertThat(file.write(Map.of("a", new Head(2, "22")), AT.plusSeconds(60)))
                .isTrue();

        var lines = read(null);
        assertThat(lines.faults()).isEmpty();
        assertThat(lines.heads().chains()).isEqualTo(Map.of("a", new Head(2, "22"), "b", new Head(4, "44")));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("key"))))
                .isEqualTo("rw-------");
    }

    @Test
    @DisplayName("AUD-2 a line that was changed, or that another key signed, proves nothing and is named")
    void foreign() throws IOException {
        Path path = folder.resolve("audit/checkpoints.jsonl");
        file(path).write(Map.of("a", new Head(1, "11")), AT);
        Files.writeString(path, Files.readString(path).replace("11", "12"));
        assertThat(read(null).faults()).singleElement().asString().contains("not signed");
        assertThat(read(null).heads().chains()).isEmpty();

        Files.delete(path);
        file(path).write(Map.of("a", new Head(1, "11")), AT);
        assertThat(read("another").faults()).singleElement().asString().contains("another key");
    }

    @Test
    @DisplayName("AUD-2 a place that cannot be written is said, and nothing counts as signed")
    void noPlace() throws IOException {
        Files.writeString(folder.resolve("file"), "");
        assertThat(file(folder.resolve("file/checkpoints.jsonl")).write(Map.of("a", new Head(1, "11")), AT))
                .isFalse();
    }

    private CheckpointFile file(Path path) {
        return new CheckpointFile(path, new SealKeyFile(folder.resolve("key")), Duration.ofMinutes(1));
    }

    private CheckpointLines read(@org.jspecify.annotations.Nullable String key) throws IOException {
        var lines = new CheckpointLines(key);
        Files.readAllLines(folder.resolve("audit/checkpoints.jsonl")).forEach(lines::add);
        return lines;
    }
}
