package io.flyball.toolexecutor.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flyball.testkit.Await;
import io.flyball.toolexecutor.process.EndCause;
import io.flyball.toolexecutor.process.Ending;
import io.flyball.toolexecutor.tools.Plan;
import io.flyball.toolexecutor.tools.ToolOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpServerTest {
    private static final String HELLO = "{\"text\":\"hello\"}";
    private McpUnderTest mcp;
    private HttpMcpServer server;

    @BeforeEach
    void prepare(@TempDir Path folder) throws IOException {
        mcp = new McpUnderTest(folder);
        server = new HttpMcpServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private McpUnderTest declared(String mode, String more) throws IOException {
        server.mode = mode;
        return mcp.declared("url: " + server.url() + "\naccess: {hosts: [\"127.0.0.1:*\"]" + more + "}", "say-it");
    }

    private McpUnderTest declared(String mode) throws IOException {
        return declared(mode, "");
    }

    @ParameterizedTest
    @CsvSource({"modern, 2026-07-28", "usual, 2025-11-25", "stream, 2025-11-25", "refuses, 2025-11-25"})
    @DisplayName(
            "TOOL-3 a server with a URL is spoken to in the newest revision that it knows, by messages or by streams")
    void revisions(String mode, String revision) throws IOException {
        declared(mode);

        assertThat(Inspection.of(mcp.server(), mcp.settings()).revision()).isEqualTo(revision);
        assertThat(mcp.call("say_it", HELLO)).isEqualTo(ToolOutcome.Succeeded.with("it says hello"));
    }

    @Test
    @DisplayName("TOOL-3 a session is kept in the conversation and given back at its end; the newest revision has none")
    void sessions() throws IOException {
        declared("usual").call("say_it", HELLO);
        assertThat(server.seen).last().asString().startsWith("DELETE").contains("session-1");
        assertThat(server.seen)
                .filteredOn(line -> line.contains("tools/call"))
                .allSatisfy(line -> assertThat(line).contains("session-1", "2025-11-25"));

        server.seen.clear();
        declared("modern").call("say_it", HELLO);
        assertThat(server.seen).noneSatisfy(line -> assertThat(line).startsWith("DELETE"));
        assertThat(server.seen)
                .filteredOn(line -> line.contains("tools/call"))
                .allSatisfy(line -> assertThat(line).contains("method=tools/call", "name=say-it", "2026-07-28"));
    }

    @Test
    @DisplayName("TOOL-3 SEC-3 a token is sent and comes out in no answer")
    void token() throws IOException {
        mcp.variables.put("REPORTS_TOKEN", "Zx81-not-for-others");
        declared("leaks", ", bearer: REPORTS_TOKEN");

        assertThat(mcp.call("say_it", HELLO).output().head()).isEqualTo("you said Bearer [REPORTS_TOKEN]");
    }

    @Test
    @DisplayName("TOOL-3 SBX-4 a server is asked only where its file says, and never where it redirects to")
    void onlyItsHosts() throws IOException {
        declared("usual");
        server.mode = "redirects";
        assertThat(mcp.call("say_it", HELLO))
                .isInstanceOfSatisfying(
                        ToolOutcome.Failed.class,
                        failed -> assertThat(failed.error()).contains("HTTP 307"));

        assertThatThrownBy(() ->
                        mcp.declared("url: " + server.url() + "\naccess: {hosts: [\"other.example:443\"]}", "say-it"))
                .hasMessageContaining("is not among its hosts");
        assertThatThrownBy(() -> mcp.declared(
                        "url: " + server.url().replace("127.0.0.1", "localhost.localdomain.example")
                                + "\naccess: {hosts: [\"localhost.localdomain.example:*\"]}",
                        "say-it"))
                .isInstanceOf(IOException.class);
    }

    @Test
    @DisplayName("TOOL-3 SBX-4 what a server's file does not list is refused before anything is sent")
    void refusedBefore() throws IOException {
        declared("usual");
        server.seen.clear();
        mcp.redeclare("url: " + server.url(), "say-it");

        assertThat(mcp.plan("say_it", HELLO)).isInstanceOf(Plan.Refused.class);
        assertThat(server.seen).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"changes", "gigabyte", "lines", "another", "forbids", "breaks", "nonsense"})
    @DisplayName("TOOL-3 TOOL-6 a server that misbehaves fails its call and harms nothing")
    void misbehaves(String mode) throws IOException {
        declared("usual");
        server.mode = mode;

        assertThat(mcp.call("say_it", HELLO))
                .isInstanceOfSatisfying(
                        ToolOutcome.Failed.class,
                        failed -> assertThat(failed.error())
                                .containsAnyOf(
                                        "shows other tools",
                                        "message of more than",
                                        "bytes in one conversation",
                                        "what nobody asked",
                                        "HTTP 401",
                                        "HTTP 500",
                                        "without an answer"));
    }

    @Test
    @DisplayName(
            "TOOL-3 STOP-2 a server that never answers is left within a second of the stop, and nothing more is said to it")
    void neverAnswers() throws IOException {
        declared("usual");
        server.mode = "silent";
        Ending ending = new Ending();
        CompletableFuture<ToolOutcome> call = CompletableFuture.supplyAsync(() -> {
            try {
                return mcp.call("say_it", HELLO, ending);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        Await.that("it is called").until(() -> server.seen.stream().anyMatch(line -> line.contains("tools/call")));

        long stopped = System.nanoTime();
        ending.end(EndCause.STOPPED);
        assertThat(call.join()).isInstanceOf(ToolOutcome.Ended.class);
        assertThat(Duration.ofNanos(System.nanoTime() - stopped)).isLessThan(Duration.ofSeconds(5));
        assertThat(server.seen).last().asString().contains("tools/call");
    }
}
