package io.flyball.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestDataTest {

    @TempDir
    Path all;

    @Test
    void deletesWhatTheDeadLeftAndKeepsTheLiving() throws IOException {
        var living = Files.createDirectories(all.resolve(String.valueOf(parent())));
        var dead = all.resolve(String.valueOf(Integer.MAX_VALUE));
        Files.createDirectories(dead.resolve("logs"));
        Files.writeString(dead.resolve("logs/broker.log"), "gone");

        var mine = TestData.folder(all);

        assertThat(dead).doesNotExist();
        assertThat(living).exists();
        assertThat(mine)
                .isEmptyDirectory()
                .hasFileName(String.valueOf(ProcessHandle.current().pid()));
    }

    private static long parent() {
        return ProcessHandle.current().parent().orElseThrow().pid();
    }
}
