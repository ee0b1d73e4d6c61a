package io.flyball.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.cli.CommandLineUnderTest.Result;
import io.flyball.cli.ConsoleStandIn.Answer;
import io.flyball.cli.output.Json;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("CLI-3 commands about runs, approvals, alerts, cost and dead letters")
class CommandsTest {
    private static final String RUN = "0199aa10-7c21-7000-8000-000000000001";

    private final ConsoleStandIn console = new ConsoleStandIn();
    private final CommandLineUnderTest flyball = new CommandLineUnderTest()
            .with("FLYBALL_URL", console.url())
            .with("FLYBALL_COST_URL", console.url())
            .with("FLYBALL_TOKEN", "secret");

    @BeforeEach
    void answerAsTheConsoleDoes() {
        console.on("GET /api/runs", Golden.resource("console/runs.json"))
                .on("GET /api/runs/" + RUN, Golden.resource("console/run-resolved.json"))
                .on("GET /api/approvals", Golden.resource("console/approvals.json"))
                .on("GET /api/dead-letters", Golden.resource("console/dead-letters.json"))
                .on("GET /api/dead-letters/agent.alerts~0~17", Golden.resource("console/dead-letter.json"))
                .on("GET /costs", Golden.resource("console/costs.json"));
    }

    @AfterEach
    void stop() {
        console.close();
    }

    @ParameterizedTest
    @DisplayName("CLI-4 the same data as table, wide, JSON and YAML")
    @CsvSource({
        "runs-list, runs list",
        "runs-list-wide, runs list -o wide",
        "runs-list-yaml, runs list -o yaml",
        "runs-show, runs show 0199aa10",
        "runs-show-json, runs show 0199aa10 -o json",
        "approvals-list, approvals list",
        "approvals-list-wide, approvals list -o wide",
        "approvals-show, approvals show 0199aa10",
        "dead-letters-list, dead-letters list",
        "dead-letters-list-wide, dead-letters list -o wide",
        "dead-letters-show, dead-letters show agent.alerts/0/17",
        "cost, cost",
        "cost-wide, cost --by agent -o wide",
        "cost-json, cost -o json"
    })
    void output(String golden, String line) {
        Result result = flyball.run(line.split(" "));

        assertThat(result.exitCode()).isZero();
        Golden.assertSame(golden, result.out().replace(console.url(), "http://console"));
    }

    @Test
    @DisplayName("CLI-4 NO_COLOR, a pipe and a dumb terminal get no colours; a terminal does, and lines fit it")
    void colours() {
        assertThat(flyball.run("runs", "list").out()).doesNotContain("\u001b");
        flyball.with("FLYBALL_COLUMNS", "98");
        Result terminal = flyball.run("runs", "list");
        assertThat(terminal.out()).contains("\u001b[31mESCALATED\u001b[0m");
        assertThat(terminal.out().replaceAll("\u001b\\[[0-9;]*m", "").lines()).allMatch(line -> line.length() <= 98);
        assertThat(flyball.with("NO_COLOR", "1").run("runs", "list").out()).doesNotContain("\u001b");
        assertThat(flyball.with("NO_COLOR", "")
                        .with("TERM", "dumb")
                        .run("runs", "list")
                        .out())
                .doesNotContain("\u001b");
    }

    @Test
    @DisplayName("CLI-3 the token goes along; without one for a console elsewhere nothing is sent")
    void token() {
        flyball.run("runs", "list");

        assertThat(console.last("GET /api/runs").header("Authorization")).isEqualTo("Bearer secret");
    }

    @Test
    @DisplayName("CLI-3 a filter of runs reaches the console")
    void filter() {
        flyball.run("runs", "list", "--status", "ACTING,HELD", "--limit", "7", "-o", "json");

        assertThat(console.last("GET /api/runs").query()).isEqualTo("limit=7&status=ACTING,HELD");
    }

    @ParameterizedTest
    @DisplayName("CLI-3 thirty ids of one millisecond: what a list shows, every command takes")
    @CsvSource({"GET /api/runs, runs list, runs show", "GET /api/approvals, approvals list, approvals show"})
    void storm(String path, String list, String command) {
        List<String> ids = IntStream.range(0, 30)
                .mapToObj("0199aa10-7c21-7%03d-8000-0000000000aa"::formatted)
                .toList();
        console.on(
                path,
                _ -> Answer.json(ids.stream()
                        .map(id -> "{\"id\": \"" + id + "\", \"actionHash\": \"h\"}")
                        .collect(Collectors.joining(",", "[", "]"))));
        ids.forEach(id -> console.on("GET /api/runs/" + id, "{\"id\": \"" + id + "\"}")
                .on("POST /api/approvals/" + id + "/approve", "{\"id\": \"" + id + "\"}"));

        List<String> shown = flyball.run(list.split(" "))
                .out()
                .lines()
                .skip(1)
                .map(line -> line.split(" ")[0])
                .toList();

        assertThat(shown).hasSize(30).doesNotHaveDuplicates().allMatch(id -> id.length() < 20);
        assertThat(shown)
                .allSatisfy(id -> assertThat(flyball.run((command + " " + id + " -o json").split(" "))
                                .out())
                        .contains(id));
        Result several = flyball.run((command + " 0199aa10-7c21").split(" "));
        assertThat(several.exitCode()).isEqualTo(2);
        assertThat(several.err()).contains(ids);
    }

    @Test
    @DisplayName("CLI-3 an id in a list is told apart from runs that the list does not show")
    void toldApartFromAll() {
        String one = "0199aa10-7c21-7001-8000-0000000000aa";
        String other = "0199aa10-7c21-7002-8000-0000000000aa";
        console.on(
                "GET /api/runs",
                asked -> Answer.json(
                        asked.query().contains("limit=1&")
                                ? "[{\"id\": \"" + one + "\"}]"
                                : "[{\"id\": \"" + other + "\"}, {\"id\": \"" + one + "\"}]"));

        assertThat(flyball.run("runs", "list", "--limit", "1").out()).contains("0199aa10-7c21-7001 ");
    }

    @Test
    @DisplayName("CLI-3 opening a run sends what was asked, with a key that makes a repeat harmless")
    void open() {
        console.on("POST /runs", _ -> new Answer(202, "application/json", "{\"id\": \"" + RUN + "\"}"));

        Result result = flyball.run(
                "runs", "open", "--agent", "a", "--goal", "g h", "--input", "service=shop", "--idempotency-key", "k1");

        var asked = console.last("POST /runs");
        assertThat(result.out().strip()).isEqualTo(RUN);
        assertThat(asked.header("Idempotency-key")).isEqualTo("k1");
        assertThat(asked.body())
                .isEqualTo("{\"agent\":\"a\",\"goal\":\"g h\",\"dryRun\":false,\"inputs\":{\"service\":\"shop\"}}");
    }

    @Test
    @DisplayName("ING-4 the queue is listed with reason, position and age; as JSON with the status QUEUED")
    void queued() {
        String waiting = """
                [{"id": "%s", "agent": "sre", "status": "QUEUED", "openedAt": "2026-11-21T05:58:00Z", "alertsJoined": 17,
                  "queue": {"reason": "the agent sre has 10 open runs, as many as it may", "position": 4,
                            "since": "2026-11-21T05:58:00Z"}}]
                """.formatted(RUN);
        console.on("GET /api/runs", waiting);

        Result table = flyball.run("runs", "list", "--queued");
        assertThat(console.asked().getFirst().query()).isEqualTo("limit=50&status=QUEUED&summary=true");
        assertThat(table.out().lines().findFirst().orElseThrow().split(" +"))
                .containsExactly("ID", "AGENT", "POSITION", "SINCE", "AGE", "REASON");
        assertThat(table.out()).containsPattern("sre +4 +2026-11-21T05:58:00Z +\\S+.* the agent sre has 10 open runs");

        assertThat(Json.parse(flyball.run("runs", "list", "--queued", "-o", "json")
                                .out())
                        .path(0)
                        .path("status")
                        .asString())
                .isEqualTo("QUEUED");
        console.on("GET /api/runs", "[]");
        assertThat(flyball.run("runs", "list", "--queued").err()).contains("No run waits for its turn.");
    }

    @ParameterizedTest
    @DisplayName("RUN-9 people steer a run: each order names the person, the channel and why")
    @ValueSource(strings = {"pause", "resume", "cancel", "take-over"})
    void orders(String order) {
        console.on("POST /api/runs/" + RUN + "/" + order, "{\"id\": \"x\", \"kind\": \"PAUSE\"}");

        Result result = flyball.run("runs", order, "0199aa10", "--reason", "I know more");

        assertThat(result.exitCode()).isZero();
        assertThat(Json.parse(
                        console.last("POST /api/runs/" + RUN + "/" + order).body()))
                .isEqualTo(Json.parse("{\"channel\":\"cli\",\"by\":\"ann\",\"reason\":\"I know more\"}"));
    }

    @Test
    @DisplayName("RUN-9 a hand-back carries what was done, what to go on with and what to do differently")
    void handBack() {
        console.on("POST /api/runs/" + RUN + "/hand-back", "{\"id\": \"x\"}");

        flyball.run("runs", "hand-back", "0199aa10", "--done", "a", "--next", "b", "--approach", "c");

        assertThat(Json.parse(console.last("POST /api/runs/" + RUN + "/hand-back")
                                .body())
                        .path("text")
                        .asString())
                .isEqualTo("Done by hand: a\nGo on with: b\nChange of approach: c");
        assertThat(flyball.run("runs", "hand-back", "0199aa10").exitCode()).isEqualTo(2);
    }

    @Test
    @DisplayName("RUN-9 an answer reaches the run; one that asks nothing refuses it")
    void answer() {
        console.on("POST /api/runs/" + RUN + "/answer", "{\"id\": \"x\"}");
        assertThat(flyball.run("runs", "answer", "0199aa10", "--text", "yes").out())
                .isEqualTo("Answered.\n");
        assertThat(Json.parse(console.last("POST /api/runs/" + RUN + "/answer").body())
                        .path("text")
                        .asString())
                .isEqualTo("yes");

        console.on(
                "POST /api/runs/" + RUN + "/answer",
                _ -> Answer.problem(
                        409, "{\"title\": \"Conflict\", \"detail\": \"The run asks nothing now; it is ACTING.\"}"));
        Result refused = flyball.run("runs", "answer", "0199aa10", "--text", "yes");
        assertThat(refused.exitCode()).isEqualTo(5);
        assertThat(refused.err()).contains("asks nothing now");
    }

    @Test
    @DisplayName("APR-2 an answer is bound to the hash of the action that was shown")
    void approve() {
        console.on("POST /api/approvals/" + RUN + ":2:0/approve", "{\"id\": \"x\", \"answer\": \"APPROVE\"}");

        Result result = flyball.run("approvals", "approve", "0199aa10", "--reason", "seen", "--yes");

        assertThat(result.err())
                .contains("deployctl rollback shop", "production, service:shop", "deploy release 2 again");
        assertThat(result.out()).isEqualTo("Approved: deployctl rollback shop\n");
        assertThat(Json.parse(console.last("POST /api/approvals/" + RUN + ":2:0/approve")
                        .body()))
                .isEqualTo(Json.parse(
                        "{\"actionHash\":\"sha256:20\",\"channel\":\"cli\",\"by\":\"ann\",\"reason\":\"seen\"}"));
    }

    @ParameterizedTest
    @CsvSource({"no, 5", "'', 5", "yep, 5"})
    @DisplayName("APR-2 a beginning of an id is shown and asked about; only yes approves")
    void askedAbout(String typed, int code) {
        Result refused = flyball.typing(typed + "\n").run("approvals", "approve", "0199aa10");

        assertThat(refused.exitCode()).isEqualTo(code);
        assertThat(refused.err()).contains("deployctl rollback shop", "Type yes", "Nothing was approved");
        assertThat(console.asked()).noneMatch(asked -> asked.method().equals("POST"));
    }

    @Test
    @DisplayName("APR-2 who says yes to what was shown has approved it; where nobody can be asked nothing is approved")
    void saidYes() {
        console.on("POST /api/approvals/" + RUN + ":2:0/approve", "{\"id\": \"x\", \"answer\": \"APPROVE\"}");
        Result nobody = flyball.run("approvals", "approve", "0199aa10");
        assertThat(nobody.exitCode()).isEqualTo(2);
        assertThat(nobody.err()).contains("whole id, or --yes");
        assertThat(console.asked()).noneMatch(asked -> asked.method().equals("POST"));

        assertThat(flyball.typing("Yes\n")
                        .run("approvals", "approve", "0199aa10")
                        .exitCode())
                .isZero();
        assertThat(flyball.typing("").run("approvals", "approve", RUN + ":2:0").exitCode())
                .isZero();
    }

    @Test
    @DisplayName("APR-2 who answers second is told the first answer, and the exit code says refused")
    void second() {
        console.on("POST /api/approvals/" + RUN + ":2:0/deny", _ -> Answer.problem(409, """
                        {"title": "Conflict", "status": 409, "detail": "already answered", "answer":
                         {"answer": "APPROVE", "by": "bob", "channel": "console", "at": "2026-11-21T06:01:00Z", "reason": null}}
                        """));

        Result result = flyball.run("approvals", "deny", "0199aa10", "--reason", "no");

        assertThat(result.exitCode()).isEqualTo(5);
        assertThat(result.err()).contains("already answered", "APPROVE by bob (console) at 2026-11-21T06:01:00Z");
    }

    @Test
    @DisplayName("CLI-3 a denial without a reason is refused before anything is sent")
    void denyWithoutReason() {
        Result result = flyball.run("approvals", "deny", "0199aa10");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("--reason").contains("flyball approvals deny --help");
        assertThat(console.asked()).isEmpty();
    }

    @Test
    @DisplayName("CON-7 a dead letter is replayed under its whole id")
    void replay() {
        console.on(
                "POST /api/dead-letters/agent.alerts~0~17/replay",
                "{\"topic\": \"agent.alerts\", \"partition\": 0, \"offset\": 18}");

        assertThat(flyball.run("dead-letters", "replay", "agent.al").out())
                .isEqualTo("Sent again to agent.alerts, partition 0, offset 18.\n");
    }
}
