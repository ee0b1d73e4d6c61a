package io.flyball.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFollowerTest {

    @TempDir
    Path folder;

    private Path log;

    @BeforeEach
    void begin() throws IOException {
        log = folder.resolve("a.log");
        Files.writeString(log, "one\n");
    }

    @Test
    void givesWholeLinesOnce() throws IOException {
        var follower = new LogFollower(log, 0);
        assertThat(follower.next()).containsExactly("one");
        add("two\nthr");
        assertThat(follower.next()).containsExactly("two");
        assertThat(follower.next()).isEmpty();
        add("ee\n");
        assertThat(follower.next()).containsExactly("three");
    }

    @Test
    void aLogThatBeganAnewIsReadFromItsBeginning() throws IOException {
        var follower = new LogFollower(log, Files.size(log));
        Files.writeString(log, "1\n");
        assertThat(follower.next()).containsExactly("1");
    }

    @Test
    void aLogThatIsNotThereHasNoLines() {
        assertThat(new LogFollower(folder.resolve("none.log"), 0).next()).isEmpty();
    }

    private void add(String text) throws IOException {
        Files.writeString(log, text, StandardOpenOption.APPEND);
    }
}
