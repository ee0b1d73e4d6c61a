package io.flyball.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.cli.ConsoleStandIn.Answer;
import io.flyball.cli.output.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("CLI-1 flyball status")
class StatusTest {
    private static final String READY = "GET /actuator/health/readiness";

    private final ConsoleStandIn console = new ConsoleStandIn()
            .on(READY, "{\"status\": \"UP\"}")
            .on("GET /health", "{\"status\": \"UP\"}")
            .on("GET /api/stop", "{\"active\": false, \"known\": true, \"reason\": null, \"by\": null, \"at\": null}");
    private final ConsoleStandIn governor = new ConsoleStandIn().on(READY, "{\"status\": \"UP\"}");

    @TempDir
    private Path folder;

    @BeforeEach
    void stackFile() throws IOException {
        Files.writeString(folder.resolve("stack.json"), """
                {"mode": "one-jvm", "startedAt": "2026-11-21T06:00:00Z", "pid": 1,
                 "services": [{"name": "console", "url": "%s"}, {"name": "governor", "url": "%s"}],
                 "neighbours": [{"name": "tracing", "url": "%s"}, {"name": "broker", "url": "%s"}]}
                """.formatted(
                console.url(), governor.url(), console.url(), console.url().substring(7)));
    }

    @AfterEach
    void stop() {
        console.close();
        governor.close();
    }

    private CommandLineUnderTest.Result status(String... more) {
        String[] line = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("status", "--data-dir", folder.toString()),
                        java.util.stream.Stream.of(more))
                .toArray(String[]::new);
        return new CommandLineUnderTest().run(line);
    }

    @Test
    @DisplayName("STOP-8 all up: exit code 0, and the fields that scripts rely on")
    void allUp() {
        var result = status("-o", "json");
        var json = Json.parse(result.out());

        assertThat(result.exitCode()).isZero();
        assertThat(json.at("/services/0").toString())
                .isEqualTo("{\"name\":\"console\",\"state\":\"UP\",\"url\":\"" + console.url() + "\",\"detail\":null}");
        assertThat(json.at("/neighbours/1/state").asString()).isEqualTo("UP");
        assertThat(json.at("/stop/active").asBoolean()).isFalse();
        assertThat(json.path("stop").propertyNames()).contains("active", "reason", "by", "at");
    }

    @Test
    @DisplayName("CLI-1 a service that is not ready is named with what is missing: exit code 1")
    void notReady() {
        governor.on(
                READY,
                _ -> Answer.problem(
                        503,
                        "{\"status\":\"DOWN\",\"components\":{\"redis\":{\"status\":\"DOWN\"},\"disk\":{\"status\":\"UP\"}}}"));

        var result = status();

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).containsPattern("governor +NOT_READY +http://\\S+ +redis DOWN\n");
        assertThat(result.out()).contains("Emergency stop: off");
    }

    @Test
    @DisplayName("STOP-8 who stopped, why and since when")
    void stopped() {
        console.on(
                "GET /api/stop",
                "{\"active\": true, \"known\": true, \"reason\": \"r\", \"by\": \"bob\", \"at\": \"2026-11-21T06:00:00Z\"}");

        assertThat(status().out()).contains("Emergency stop: ON since 2026-11-21T06:00:00Z, by bob: r");
        assertThat(status().exitCode()).isZero();
    }

    @Test
    @DisplayName("STOP-9 status says who has confirmed the newest order, and names each worker that has not")
    void receipts() {
        String answer = "{\"worker\": \"planner@a:7402\", \"ended\": 2, \"finishing\": 1, \"tookMillis\": 31}";
        console.on("GET /api/stop", stop("""
                {"confirmed": false, "answers": [%s], "missing": [
                  {"worker": "tool-executor@b:7404", "silent": true, "lastSign": "2026-11-21T05:59:00Z"},
                  {"worker": "governor@a:7403", "silent": false}]}""".formatted(answer)));
        assertThat(status().out())
                .contains("NOT CONFIRMED: 2 of 3 workers have not answered:"
                        + " tool-executor@b:7404 (silent since 2026-11-21T05:59:00Z), governor@a:7403");

        console.on("GET /api/stop", stop("{\"confirmed\": true, \"answers\": [%s]}".formatted(answer)));
        assertThat(status().out())
                .contains("confirmed by all 1 live workers within 31 ms, 2 running calls ended,"
                        + " 1 model calls come to their end");

        console.on("GET /api/stop", stop("{\"confirmed\": false, \"answers\": [], \"missing\": []}"));
        assertThat(status().out()).contains("NOT CONFIRMED: no worker is known to be there");
    }

    @Test
    @DisplayName("STOP-10 status says when the stop was last proved, and in how many ms")
    void drilled() {
        console.on(
                "GET /api/stop/drill",
                "{\"last\": {\"proved\": true, \"at\": \"2026-11-28T09:00:00Z\", \"refusedMillis\": 2, \"receiptMillis\": {\"planner@a:1\": 31, \"tool-executor@a:2\": 48}, \"noOps\": 1, \"ended\": 1, \"missing\": []}}");
        assertThat(status().out()).contains("Stop last drilled: proved at 2026-11-28T09:00:00Z: refused after 2 ms");
        assertThat(Json.parse(status("-o", "json").out())
                        .at("/stop/drill/refusedMillis")
                        .asLong())
                .isEqualTo(2);
    }

    private static String stop(String halt) {
        return "{\"active\": true, \"known\": true, \"reason\": \"r\", \"by\": \"bob\", \"halt\": " + halt + "}";
    }

    @Test
    @DisplayName("CLI-1 one service dead: exit code 1; all dead: 3")
    void dead() {
        governor.close();
        assertThat(status().out()).containsPattern("governor +DOWN");
        assertThat(status().exitCode()).isEqualTo(1);
        console.close();
        assertThat(status().exitCode()).isEqualTo(3);
    }

    @Test
    @DisplayName("CLI-1 what listens on Redis's port must speak as Redis does")
    void notRedis() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(
                    folder.resolve("stack.json"),
                    "{\"mode\":\"one-jvm\",\"services\":[],\"neighbours\":[{\"name\":\"redis\",\"url\":\"redis://127.0.0.1:"
                            + silent.getLocalPort() + "\"}]}");
            assertThat(status("-o", "json").out())
                    .contains("\"state\": \"DOWN\"")
                    .contains("timed out");
        }
    }

    @Test
    @DisplayName("CLI-1 no stack: exit code 3, for programs as well")
    void noStack() throws IOException {
        Files.delete(folder.resolve("stack.json"));
        var result = status("-o", "json");

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(Json.parse(result.out()).path("mode").asString()).isEqualTo("down");
        assertThat(result.err()).contains("flyball up -d");
    }
}
