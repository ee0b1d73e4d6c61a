package io.flyball.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A neighbour that does not answer yet is waited for while its log grows")
class SignsOfLifeTest {

    @TempDir
    Path folder;

    private final AtomicLong clock = new AtomicLong();

    @Test
    void isGivenUpAfterTheQuietTimeWithoutAWord() {
        var signs = new SignsOfLife(folder.resolve("none.log"), Duration.ofSeconds(90), clock::get);

        assertThat(overAt(signs, 89)).isFalse();
        assertThat(overAt(signs, 90)).isTrue();
        assertThat(signs.waited()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void isWaitedForLongerWhileItSaysSomething() throws IOException {
        var signs = new SignsOfLife(log(), Duration.ofSeconds(90), clock::get);

        say();
        assertThat(overAt(signs, 80)).isFalse();
        assertThat(overAt(signs, 169)).isFalse();
        assertThat(overAt(signs, 170)).isTrue();
    }

    @Test
    void isGivenUpAtLastHoweverMuchItSays() throws IOException {
        var signs = new SignsOfLife(log(), Duration.ofSeconds(90), clock::get);

        for (int seconds = 60; seconds < 900; seconds += 60) {
            say();
            assertThat(overAt(signs, seconds)).isFalse();
        }
        say();
        assertThat(overAt(signs, 900)).isTrue();
    }

    private boolean overAt(SignsOfLife signs, long seconds) {
        clock.set(Duration.ofSeconds(seconds).toNanos());
        return signs.over();
    }

    private Path log() {
        return folder.resolve("broker.log");
    }

    private void say() throws IOException {
        Files.writeString(log(), "a line\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
