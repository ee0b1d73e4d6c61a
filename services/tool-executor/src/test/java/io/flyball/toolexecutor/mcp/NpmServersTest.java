package io.flyball.toolexecutor.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.flyball.testkit.Await;
import io.flyball.toolexecutor.process.Programs;
import io.flyball.toolexecutor.tools.ToolOutcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With real servers that others wrote; skipped where they cannot be had. */
class NpmServersTest {
    private static final String VERSION = "2026.8.31";
    private static final Path SERVERS = Path.of("target/mcp-servers").toAbsolutePath();
    private static final Path EVERYTHING =
            SERVERS.resolve("node_modules/@modelcontextprotocol/server-everything/dist/index.js");
    private static final Path FILESYSTEM =
            SERVERS.resolve("node_modules/@modelcontextprotocol/server-filesystem/dist/index.js");

    private McpUnderTest mcp;
    private Path node;

    @BeforeAll
    static void install() throws Exception {
        assumeTrue(Programs.find("node", McpUnderTest.PATH).isPresent(), "there is no node");
        if (!Files.exists(EVERYTHING) || !Files.exists(FILESYSTEM)) {
            Files.createDirectories(SERVERS);
            List<String> npm = List.of(
                    "npm",
                    "install",
                    "--no-audit",
                    "--no-fund",
                    "--ignore-scripts",
                    "--prefix",
                    SERVERS.toString(),
                    "@modelcontextprotocol/server-everything@" + VERSION,
                    "@modelcontextprotocol/server-filesystem@" + VERSION);
            assumeTrue(finishes(npm), "npm cannot bring the servers");
        }
    }

    private static boolean finishes(List<String> command) throws Exception {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = process.waitFor(3, TimeUnit.MINUTES);
            process.destroyForcibly();
            return ended && process.exitValue() == 0;
        } catch (IOException _) {
            return false;
        }
    }

    @BeforeEach
    void prepare(@TempDir Path folder) throws IOException {
        mcp = new McpUnderTest(folder);
        node = Programs.find("node", McpUnderTest.PATH).orElseThrow().toRealPath();
    }

    private String command(Path script, Path... more) {
        StringBuilder words = new StringBuilder(node + ", " + script);
        for (Path word : more) {
            words.append(", ").append(word);
        }
        Path installed =
                Objects.requireNonNull(Objects.requireNonNull(node.getParent()).getParent());
        return "command: [%s]\naccess: {sandbox: {readable: [%s, %s], writable: [%s]}}"
                .formatted(words, installed, SERVERS, mcp.own());
    }

    @Test
    @DisplayName("TOOL-3 the filesystem server of npm reads what its sandbox shows, and nothing else")
    void filesystem() throws IOException {
        Files.writeString(mcp.own().resolve("report.txt"), "all is well");
        mcp.declared(command(FILESYSTEM, mcp.own()), "read_text_file", "list_directory");

        assertThat(mcp.call("read_text_file", "{\"path\":\"" + mcp.own().resolve("report.txt") + "\"}"))
                .isInstanceOfSatisfying(
                        ToolOutcome.Succeeded.class,
                        read -> assertThat(read.output().head()).contains("all is well"));
        assertThat(mcp.call("read_text_file", "{\"path\":\"/etc/hostname\"}"))
                .isInstanceOfSatisfying(
                        ToolOutcome.Failed.class,
                        refused -> assertThat(refused.output().head()).contains("denied"));
    }

    @Test
    @DisplayName("TOOL-3 the everything server of npm is called over its input and output")
    void everythingByStdio() throws IOException {
        mcp.declared(command(EVERYTHING, Path.of("stdio")), "echo", "get-sum", "get-tiny-image");

        assertThat(mcp.call("echo", "{\"message\":\"hello\"}").output().head()).contains("hello");
        assertThat(mcp.call("get_sum", "{\"a\":2,\"b\":3}").output().head()).contains("5");
        assertThat(mcp.call("get_tiny_image", "{}").output().head()).contains("[image/png, ");
        assertThat(mcp.call("get_sum", "{\"a\":\"x\"}")).isInstanceOf(ToolOutcome.Failed.class);
    }

    @Test
    @DisplayName("TOOL-3 the everything server of npm is called over streamable HTTP")
    void everythingByHttp() throws Exception {
        int port = freePort();
        Path loopback = mcp.own().resolve("loopback.cjs");
        try (var script = Objects.requireNonNull(NpmServersTest.class.getResourceAsStream("/mcp/loopback.cjs"))) {
            Files.write(loopback, script.readAllBytes());
        }
        ProcessBuilder builder = new ProcessBuilder(
                node.toString(), "--require", loopback.toString(), EVERYTHING.toString(), "streamableHttp");
        builder.environment().put("PORT", Integer.toString(port));
        Process server = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            Await.that("it listens").until(() -> listens(port));
            mcp.declared(
                    "url: http://127.0.0.1:" + port + "/mcp\naccess: {hosts: [\"127.0.0.1:*\"]}", "echo", "get-sum");

            assertThat(mcp.call("echo", "{\"message\":\"hello\"}").output().head())
                    .contains("hello");
            assertThat(mcp.call("get_sum", "{\"a\":2,\"b\":3}").output().head()).contains("5");
        } finally {
            server.destroyForcibly().waitFor();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean listens(int port) {
        try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
