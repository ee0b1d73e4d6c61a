package io.flyball.toolexecutor.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.flyball.toolexecutor.network.NetworkPermissions;
import io.flyball.toolexecutor.tools.Asked;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Against a real redis-server, and against servers that are none. */
class RedisInfoTest {
    private static Asked asked(int port, Duration longest) {
        return new Asked(new RedisInfo(NetworkPermissions.bySystem(), longest), Asked.network("127.0.0.1:" + port));
    }

    @Test
    @DisplayName("TOOL-2 a server tells its policy, clients, replication and slow commands, and no key and no value")
    void real(@TempDir Path folder) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/redis-server")), "redis-server is not on this machine");
        int port = freePort();
        assertThat(asked(port, Duration.ofSeconds(20))
                        .found(Map.of("endpoint", "127.0.0.1:" + port))
                        .get("result")
                        .asString())
                .isEqualTo("no_answer");
        Process server = new ProcessBuilder(
                        "redis-server",
                        "--port",
                        String.valueOf(port),
                        "--save",
                        "",
                        "--dir",
                        folder.toString(),
                        "--maxmemory",
                        "100mb",
                        "--maxmemory-policy",
                        "allkeys-lru",
                        "--slowlog-log-slower-than",
                        "0")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            JsonNode found = answered(port, Map.of("endpoint", "127.0.0.1:" + port));
            assertThat(found.at("/sections/memory/maxmemory_policy").asString()).isEqualTo("allkeys-lru");
            assertThat(found.at("/sections/memory/maxmemory").asLong()).isEqualTo(104_857_600);
            assertThat(found.at("/sections/replication/role").asString()).isEqualTo("master");
            assertThat(found.at("/sections/clients/connected_clients").asInt()).isPositive();

            cli(port, "SET", "customer:tulip", "secret-narcissus");
            JsonNode after =
                    answered(port, Map.of("endpoint", "127.0.0.1:" + port, "sections", List.of("slowlog", "keyspace")));
            assertThat(after.toString()).contains("SET").doesNotContain("tulip").doesNotContain("narcissus");
            assertThat(after.at("/sections/slowlog/0/micros").isNumber()).isTrue();
            assertThat(after.at("/sections/keyspace/db0").asString()).contains("keys=1");

            cli(port, "CONFIG", "SET", "requirepass", "some-password");
            assertThat(asked(port, Duration.ofSeconds(20))
                            .found(Map.of("endpoint", "127.0.0.1:" + port))
                            .get("result")
                            .asString())
                    .isEqualTo("denied");
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    private static JsonNode answered(int port, Map<String, ?> arguments) throws Exception {
        for (int i = 0; i < 300; i++) {
            JsonNode found = asked(port, Duration.ofSeconds(20)).found(arguments);
            if (found.get("result").asString().equals("answered")) {
                return found;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError("redis-server never answered");
    }

    private static void cli(int port, String... words) throws Exception {
        List<String> command = new java.util.ArrayList<>(List.of("redis-cli", "-p", String.valueOf(port)));
        command.addAll(List.of(words));
        assertThat(new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor())
                .isZero();
    }

    @Test
    @DisplayName(
            "TOOL-6 a server that promises 2 GB, sends without end, nests without end, or says nothing harms nothing")
    void hostile() throws Exception {
        for (String answer : List.of(
                "$2147483647\r\n",
                "*2147483647\r\n",
                "$-7\r\n*1\r\n",
                "*1\r\n".repeat(100_000),
                "x".repeat(5_000_000),
                "$10\r\nab",
                ":x\r\n")) {
            String said = told(answer, Duration.ofSeconds(20));
            assertThat(said)
                    .as(answer.substring(0, Math.min(20, answer.length())))
                    .isNotBlank();
        }
        assertThat(told("", Duration.ofMillis(300))).contains("no_answer");
    }

    private static String told(String answer, Duration longest) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try (Socket socket = server.accept()) {
                    socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                    socket.getOutputStream().flush();
                    if (answer.isEmpty()) {
                        socket.getInputStream().readAllBytes();
                    }
                    socket.shutdownOutput();
                    socket.getInputStream().readAllBytes();
                } catch (IOException _) {
                    // The client has gone.
                }
            });
            return asked(server.getLocalPort(), longest)
                    .found(Map.of("endpoint", "127.0.0.1:" + server.getLocalPort()))
                    .toString();
        }
    }

    @Test
    @DisplayName("SBX-4 another port, and what is no section, are refused")
    void refused() {
        Asked asked = asked(6379, Duration.ofSeconds(1));
        assertThat(asked.refusal(Map.of("endpoint", "127.0.0.1:6380"))).contains("may not reach");
        assertThat(asked.refusal(Map.of("endpoint", "127.0.0.1:6379", "sections", List.of("all\r\nFLUSHALL"))))
                .contains("sections are");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
