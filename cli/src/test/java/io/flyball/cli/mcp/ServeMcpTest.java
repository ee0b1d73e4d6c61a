package io.flyball.cli.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.cli.CommandLineUnderTest;
import io.flyball.cli.ConsoleStandIn;
import io.flyball.cli.output.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ServeMcpTest {
    private static final String META = "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"%s\","
            + "\"io.modelcontextprotocol/clientCapabilities\":{}}";

    private final ConsoleStandIn console = new ConsoleStandIn();

    @AfterEach
    void stop() {
        console.close();
    }

    private static String request(int id, String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":{" + params + "}}";
    }

    private List<JsonNode> talk(List<String> options, String... messages) {
        List<String> words = new ArrayList<>(
                List.of("mcp", "serve", "--catalogue", "../catalogue", "--url", console.url(), "--patience", "1"));
        words.addAll(options);
        var result = new CommandLineUnderTest()
                .with("FLYBALL_TOKEN", "t")
                .typing(String.join("\n", messages) + "\n")
                .run(words.toArray(String[]::new));
        assertThat(result.exitCode()).isZero();
        return Stream.of(result.out().split("\n"))
                .filter(line -> !line.isBlank())
                .map(Json::parse)
                .toList();
    }

    private JsonNode ask(String message) {
        return talk(List.of(), message).getFirst();
    }

    private static List<String> names(JsonNode listed) {
        return listed.path("result")
                .path("tools")
                .valueStream()
                .map(tool -> Json.text(tool, "name"))
                .toList();
    }

    private static String text(JsonNode called) {
        return String.join(
                "\n",
                called.path("result")
                        .path("content")
                        .valueStream()
                        .map(part -> Json.text(part, "text"))
                        .toList());
    }

    private void runs(String action, String more) {
        console.on("POST /runs", "{\"id\":\"r1\"}")
                .on("GET /api/runs/r1", "{\"id\":\"r1\",\"actions\":[" + action + "]," + more + "}");
    }

    @Test
    @DisplayName("TOOL-3 a client is greeted in the revision that it asks for, or asks without greeting in the newest")
    void revisions() {
        assertThat(ask(request(1, "initialize", "\"protocolVersion\":\"2025-06-18\",\"capabilities\":{}"))
                        .path("result")
                        .path("protocolVersion")
                        .asString())
                .isEqualTo("2025-06-18");
        assertThat(ask(request(1, "initialize", "\"protocolVersion\":\"2099-01-01\""))
                        .path("result")
                        .path("protocolVersion")
                        .asString())
                .isEqualTo("2025-11-25");
        JsonNode discovered = ask(request(1, "server/discover", META.formatted("2026-07-28")));
        assertThat(discovered.path("result").path("supportedVersions").path(0).asString())
                .isEqualTo("2026-07-28");
        assertThat(discovered.path("result").path("resultType").asString()).isEqualTo("complete");
        JsonNode unknown = ask(request(1, "tools/list", META.formatted("2031-01-01")));
        assertThat(unknown.path("error").path("code").asInt()).isEqualTo(-32022);
    }

    @Test
    @DisplayName("TOOL-3 tools that read are offered, those that change something only where that was said")
    void readsByDefault() {
        assertThat(names(ask(request(1, "tools/list", ""))))
                .contains("read_file", "http_request", ServedTools.RUN)
                .doesNotContain("write_file", "safe_delete");
        assertThat(names(talk(List.of("--agent", "service-restorer"), request(1, "tools/list", ""))
                        .getFirst()))
                .contains("read_file")
                .doesNotContain("run_command");
        assertThat(names(talk(List.of("--agent", "service-restorer", "--changes"), request(1, "tools/list", ""))
                        .getFirst()))
                .contains("run_command");
    }

    @Test
    @DisplayName("TOOL-3 a call opens a run that orders exactly this action, and is answered with what the suite says")
    void called() {
        runs("{\"id\":\"r1:1:1\",\"status\":\"SUCCEEDED\",\"output\":\"all is well\"}", "\"status\":\"ENDED\"");
        JsonNode called =
                ask(request(7, "tools/call", "\"name\":\"read_file\",\"arguments\":{\"path\":\"/var/log/a\"}"));

        assertThat(called.path("id").asInt()).isEqualTo(7);
        assertThat(called.path("result").path("isError").asBoolean()).isFalse();
        assertThat(text(called)).contains("all is well", "run r1, action r1:1:1: SUCCEEDED");
        JsonNode asked = Json.parse(console.last("POST /runs").body());
        assertThat(asked.path("agent").asString()).isEqualTo("operations-reader");
        assertThat(asked.path("inputs").path("order.tool").asString()).isEqualTo("read_file");
        assertThat(asked.path("inputs").path("order.arguments").asString()).isEqualTo("{\"path\":\"/var/log/a\"}");
        assertThat(console.last("POST /runs").header("Authorization")).isEqualTo("Bearer t");
    }

    @Test
    @DisplayName("TOOL-3 APR-1 a change that waits for its approval is answered with run, action and how to follow it")
    void held() {
        runs("{\"id\":\"r1:1:1\",\"status\":\"HELD\"}", "\"status\":\"AWAITING_APPROVAL\"");
        JsonNode called = talk(
                        List.of("--agent", "service-restorer", "--changes"),
                        request(1, "tools/call", "\"name\":\"run_command\",\"arguments\":{\"argv\":[\"deployctl\"]}"))
                .getFirst();

        assertThat(text(called))
                .contains(
                        "Nothing is done yet",
                        "run r1, action r1:1:1",
                        "flyball approvals approve r1:1:1",
                        ServedTools.RUN);
    }

    @Test
    @DisplayName("TOOL-3 what is denied, fails, or cannot be asked is told as an error with its reason")
    void failures() {
        String call = request(1, "tools/call", "\"name\":\"read_file\",\"arguments\":{}");
        assertThat(text(ask(call))).contains("404");

        runs("{\"id\":\"a\",\"status\":\"DENIED\",\"verdictReason\":\"not yours\"}", "\"status\":\"ENDED\"");
        assertThat(text(ask(call))).contains("Denied: not yours");

        runs("{\"id\":\"a\",\"status\":\"FAILED\",\"error\":\"no such file\"}", "\"status\":\"ENDED\"");
        assertThat(ask(call).path("result").path("isError").asBoolean()).isTrue();

        runs("", "\"status\":\"ENDED\",\"reason\":\"it does not fit\"");
        assertThat(text(ask(call))).contains("Nothing was done: it does not fit");

        runs("", "\"status\":\"PLANNING\"");
        assertThat(text(ask(call))).contains("still under way", "run r1");
    }

    @Test
    @DisplayName("TOOL-3 what is no request, names no tool or no method is refused, and the next message is answered")
    void nonsense() {
        List<JsonNode> answers = talk(
                List.of(),
                "hello",
                "[]",
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
                request(3, "tools/call", "\"name\":\"safe_delete\",\"arguments\":{}"),
                request(4, "tools/call", "\"name\":\"read_file\",\"arguments\":[1]"),
                request(5, "resources/list", ""),
                request(6, "ping", ""));

        assertThat(answers.stream()
                        .map(answer -> answer.path("error").path("code").asInt(0)))
                .containsExactlyInAnyOrder(-32700, -32600, -32602, -32602, -32601, 0);
        assertThat(console.asked()).isEmpty();
    }
}
