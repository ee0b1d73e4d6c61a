package io.flyball.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

    @TempDir
    Path folder;

    @Test
    void showsTheLastTwentyLines() throws IOException {
        var log = folder.resolve("broker.log");
        Files.write(
                log, IntStream.rangeClosed(1, 1_000).mapToObj(n -> "line " + n).toList());
        assertThat(LogTail.of(log).lines())
                .hasSize(21)
                .contains("    line 981", "    line 1000")
                .doesNotContain("    line 980");
    }

    @Test
    void saysThatThereIsNone() {
        assertThat(LogTail.of(folder.resolve("none.log"))).contains("cannot be read");
    }
}
