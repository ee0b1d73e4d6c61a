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
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
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

    @Test
    @DisplayName("AUD-2 a line that was left half written, at its end or anywhere, takes no other line with it")
    void halfALine() throws IOException {
        Path path = folder.resolve("audit/checkpoints.jsonl");
        file(path).write(Map.of("a", new Head(1, "11")), AT);
        String whole = Files.readString(path).strip();
        for (int end : new int[] {1, 5, 20, whole.length() / 2, whole.length() - 1, whole.length()}) {
            Files.writeString(path, whole.substring(0, end));
            assertThat(file(path).write(Map.of("b", new Head(2, "22")), AT)).isTrue();

            assertThat(read(null).faults()).as("cut at " + end).isEmpty();
            assertThat(read(null).heads().chains()).as("cut at " + end).containsEntry("b", new Head(2, "22"));
        }
    }

    @Test
    @DisplayName("AUD-2 a half line that an older version wrote on hides neither the good line nor a forged one")
    void glued() throws IOException {
        Path path = folder.resolve("audit/checkpoints.jsonl");
        file(path).write(Map.of("b", new Head(2, "22")), AT);
        String whole = Files.readString(path).strip();
        Files.writeString(path, whole.substring(0, 60) + whole + "\n");
        assertThat(read(null).faults()).isEmpty();
        assertThat(read(null).heads().chains()).containsEntry("b", new Head(2, "22"));

        Files.writeString(path, whole.substring(0, 60) + whole.replace("22", "23") + "\n");
        assertThat(read(null).faults()).singleElement().asString().contains("not signed");
        Files.writeString(path, "x" + whole.substring(0, 60) + "\n" + whole.substring(0, 60) + "}\n" + "[]\n");
        assertThat(read(null).faults()).isNotEmpty();
        assertThat(read(null).heads().chains()).isEmpty();
    }

    @Test
    @DisplayName("AUD-2 where the disk is full nothing counts as signed, and the file is as it was")
    void full() throws Exception {
        Path path = folder.resolve("audit/checkpoints.jsonl");
        file(path).write(Map.of("a", new Head(1, "11")), AT);
        String before = Files.readString(path);
        Process limited = new ProcessBuilder(
                        "bash",
                        "-c",
                        // Files of one kilobyte at most: what is beyond is refused, what is before is written.
                        "ulimit -f 1; exec \"$0\" -XX:-UsePerfData -cp \"$1\" \"$2\" \"$3\" \"$4\"",
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        System.getProperty("java.class.path"),
                        LongLine.class.getName(),
                        path.toString(),
                        folder.resolve("key").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(limited.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(limited.waitFor()).as(said).isEqualTo(LongLine.REFUSED);
        assertThat(Files.readString(path)).isEqualTo(before);
    }

    @Test
    @DisplayName("AUD-2 threads of one process may write at once, through one object or several")
    void threads() throws Exception {
        Path path = folder.resolve("audit/checkpoints.jsonl");
        file(path).write(Map.of("first", new Head(1, "11")), AT);
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Boolean>> writes = IntStream.range(0, 200)
                    .<Callable<Boolean>>mapToObj(i -> () -> file(path).write(Map.of("run-" + i, new Head(1, "11")), AT))
                    .toList();
            for (var written : threads.invokeAll(writes)) {
                assertThat(written.get()).isTrue();
            }
        }
        assertThat(read(null).faults()).isEmpty();
        assertThat(read(null).heads().chains()).hasSize(201);
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
