package io.flyball.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
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

    @Test
    void severalMayDeleteTheSameAtOnce() throws Exception {
        var dead = all.resolve(String.valueOf(Integer.MAX_VALUE));
        for (int i = 0; i < 500; i++) {
            Files.writeString(
                    Files.createDirectories(dead.resolve("data/topic-" + i)).resolve("0.log"), "gone");
        }
        try (var threads = Executors.newFixedThreadPool(4)) {
            var all4 = Collections.nCopies(4, (Callable<Path>) () -> TestData.folder(all));
            for (var one : threads.invokeAll(all4)) {
                assertThat(one.get()).isDirectory();
            }
        }
        assertThat(dead).doesNotExist();
    }

    private static long parent() {
        return ProcessHandle.current().parent().orElseThrow().pid();
    }
}
