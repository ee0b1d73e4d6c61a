package io.flyball.toolexecutor.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flyball.testkit.Await;
import io.flyball.toolexecutor.process.EndCause;
import io.flyball.toolexecutor.process.Ending;
import io.flyball.toolexecutor.tools.ToolOutcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileServersTest {
    private static final String HELLO = "{\"text\":\"hello\"}";
    private McpUnderTest mcp;

    @BeforeEach
    void prepare(@TempDir Path folder) throws IOException {
        mcp = new McpUnderTest(folder);
    }

    @Test
    @DisplayName("TOOL-3 a server that changes its tools after they were accepted is not called, and people are told")
    void changesItsTools() throws IOException {
        mcp.declared(mcp.script("changes"), "say-it");
        assertThat(mcp.call("say_it", HELLO)).isInstanceOf(ToolOutcome.Succeeded.class);
        Files.delete(mcp.own().resolve("acted"));
        Files.createFile(mcp.own().resolve("changed"));

        assertThat(mcp.call("say_it", HELLO))
                .isInstanceOfSatisfying(
                        ToolOutcome.Failed.class,
                        failed -> assertThat(failed.error())
                                .contains(
                                        "nothing was called",
                                        "shows other tools than were accepted",
                                        "flyball mcp check"));
        assertThat(mcp.own().resolve("acted")).doesNotExist();
        assertThat(mcp.told)
                .singleElement()
                .satisfies(now -> assertThat(now.find("new-one")).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gigabyte", "lines"})
    @DisplayName("TOOL-3 TOOL-6 a server that sends a gigabyte, in one message or in many, harms nothing")
    void sendsTooMuch(String mode) throws IOException {
        mcp.declared(mcp.script(mode), "say-it");

        assertThat(mcp.call("say_it", HELLO))
                .isInstanceOfSatisfying(
                        ToolOutcome.Failed.class,
                        failed -> assertThat(failed.error())
                                .containsAnyOf(
                                        "a message of more than 4194304 bytes",
                                        "more than 33554432 bytes in one conversation"));
    }

    @Test
    @DisplayName("TOOL-3 a server that answers what nobody asked is not believed")
    void answersAnother() throws IOException {
        mcp.declared(mcp.script("another"), "say-it");

        assertThat(mcp.call("say_it", HELLO))
                .isInstanceOfSatisfying(
                        ToolOutcome.Failed.class,
                        failed -> assertThat(failed.error())
                                .contains("answered what nobody asked (id 999)", "took effect is not known"));
    }

    @Test
    @DisplayName("TOOL-3 a server that shows tools without end is left")
    void endlessTools() {
        assertThatThrownBy(() -> mcp.declared(mcp.script("endless"), "say-it"))
                .hasMessageContaining("more than 100 pages");
    }

    @Test
    @DisplayName(
            "TOOL-3 STOP-2 SBX-6 a server that never answers ends within a second of the stop, and all that it started")
    void neverAnswers() throws Exception {
        String seconds = Integer.toString(ThreadLocalRandom.current().nextInt(100_000, 999_999));
        mcp.declared(mcp.script("silent", seconds), "say-it");
        Ending ending = new Ending();
        CompletableFuture<ToolOutcome> call = CompletableFuture.supplyAsync(() -> {
            try {
                return mcp.call("say_it", HELLO, ending);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        Await.that("it sleeps, and its child").until(() -> sleeping(seconds) >= 2);

        long stopped = System.nanoTime();
        ending.end(EndCause.STOPPED);
        assertThat(call.join())
                .isInstanceOfSatisfying(
                        ToolOutcome.Ended.class,
                        ended -> assertThat(ended.cause()).isEqualTo(EndCause.STOPPED));
        assertThat(Duration.ofNanos(System.nanoTime() - stopped)).isLessThan(Duration.ofSeconds(5));
        Await.that("nobody is left").until(() -> sleeping(seconds) == 0);
    }

    @Test
    @DisplayName(
            "TOOL-3 STOP-2 a call ends with the stop, also where a child that escaped holds the server's output open")
    void pipeHeldOpen() throws Exception {
        String seconds = Integer.toString(ThreadLocalRandom.current().nextInt(100_000, 999_999));
        mcp.declared(mcp.script("escapes", seconds).replace("sandbox: {", "sandbox: {level: process, "), "say-it");
        Ending ending = new Ending();
        CompletableFuture<ToolOutcome> call = CompletableFuture.supplyAsync(() -> {
            try {
                return mcp.call("say_it", HELLO, ending);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        Await.that("it sleeps").until(() -> sleeping(seconds) >= 1);
        long stopped = System.nanoTime();
        ending.end(EndCause.STOPPED);

        assertThat(call.join()).isInstanceOf(ToolOutcome.Ended.class);
        assertThat(Duration.ofNanos(System.nanoTime() - stopped)).isLessThan(Duration.ofSeconds(10));
    }

    private static long sleeping(String seconds) throws IOException {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(process -> commandLine(process).equals("sleep\0" + seconds + "\0"))
                    .count();
        }
    }

    private static String commandLine(Path process) {
        try {
            return Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1);
        } catch (IOException _) {
            return "";
        }
    }
}
