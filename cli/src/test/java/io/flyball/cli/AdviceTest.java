package io.flyball.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.cli.CommandLineUnderTest.Result;
import io.flyball.cli.ConsoleStandIn.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("CLI-4 exit codes, help and advice")
class AdviceTest {
    private final ConsoleStandIn console =
            new ConsoleStandIn().on("GET /api/runs", Golden.resource("console/runs.json"));
    private final CommandLineUnderTest flyball = new CommandLineUnderTest().with("FLYBALL_URL", console.url());

    @AfterEach
    void stop() {
        console.close();
    }

    @Test
    @DisplayName("CLI-4 every kind of failure has its exit code and says what to do")
    void failures() {
        assertThat(flyball.run("runs", "show", "ffff").exitCode()).isEqualTo(4);
        assertThat(flyball.run("runs", "show", "0199aa").err())
                .contains("fits 2 runs")
                .contains("Type more");
        assertThat(flyball.run("runs", "show", "0199aa").exitCode()).isEqualTo(2);
        console.on("GET /api/runs", _ -> Answer.problem(401, "{\"detail\": \"Send the header\"}"));
        assertThat(flyball.run("runs", "list").exitCode()).isEqualTo(6);
        console.on("GET /api/runs", _ -> Answer.problem(503, "{\"detail\": \"Kafka is not reachable\"}"));
        assertThat(flyball.run("runs", "list").exitCode()).isEqualTo(3);
        console.on("GET /api/runs", _ -> Answer.problem(500, "oops"));
        assertThat(flyball.run("runs", "list").exitCode()).isEqualTo(1);
        console.on("GET /api/runs", _ -> new Answer(200, "text/html", "<html>"));
        assertThat(flyball.run("runs", "list").err()).contains("is it the console?");
        console.close();
        Result gone = flyball.run("runs", "list");
        assertThat(gone.exitCode()).isEqualTo(3);
        assertThat(gone.err()).contains("does not answer").contains("flyball up");
    }

    @Test
    @DisplayName("CLI-4 a group alone shows what is in it; help has examples; a slip is answered by what was meant")
    void help() {
        Result group = flyball.run("runs");
        assertThat(group.exitCode()).isEqualTo(2);
        assertThat(group.err()).contains("watch", "Follow one run");
        assertThat(flyball.run("runs", "list", "--help").out())
                .contains("Examples:", "flyball runs list --status OPEN");
        assertThat(flyball.run("rums").err()).contains("Did you mean", "runs");
        assertThat(flyball.run("--help").out()).contains("Exit codes:").contains("130");
        assertThat(flyball.run("--url", "nonsense", "runs", "list").exitCode()).isEqualTo(2);
    }

    @ParameterizedTest
    @DisplayName("CLI-4 nobody is led to a command that stops, resets, releases or answers something")
    @ValueSource(
            strings = {
                "stpo",
                "sto",
                "stopp",
                "rest",
                "resett",
                "rset",
                "dwon",
                "donw",
                "restar",
                "resum",
                "ressume",
                "u",
                "upp",
                "tell",
                "step",
                "top",
                "approvals aprove",
                "approvals deni",
                "runs cancle",
                "runs pase",
                "runs take-ovr",
                "runs opn",
                "alerts sent",
                "dead-letters reply"
            })
    void neverSuggested(String slip) {
        Result result = flyball.run(slip.split(" "));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err())
                .contains("--help")
                .doesNotContainPattern("mean: .*(stop|reset|down|restart|resume|up|cancel|pause|take-over|open|send|"
                        + "approve|deny|replay)\\b");
    }

    @Test
    @DisplayName("CLI-4 a slip in an option is answered by the option that was meant")
    void optionSlip() {
        assertThat(flyball.run("runs", "list", "--stauts", "OPEN").err()).contains("Did you mean: --status?");
        assertThat(flyball.run("runs", "wach", "x").err()).contains("Did you mean: flyball runs watch?");
    }

    @Test
    @DisplayName("CLI-4 a value that the console does not know is a wrong command line, and said once")
    void unknownValue() {
        console.on("GET /api/runs", _ -> Answer.problem(400, """
                        {"title": "The request is not what was expected", "detail": "?status: expected OPEN, found BUSY",
                         "errors": [{"pointer": "?status", "expected": "OPEN", "found": "BUSY"}]}
                        """));
        Result result = flyball.run("runs", "list", "--status", "BUSY");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).containsOnlyOnce("?status: expected OPEN, found BUSY");
    }

    @Test
    @DisplayName("CLI-4 shell completion knows commands and options")
    void completion() {
        String script = flyball.run("completion").out();

        assertThat(script)
                .contains("dead-letters")
                .contains("--idempotency-key")
                .contains("bashcompinit");
    }

    @Test
    @DisplayName("CLI-1 a command without a stack says how to start it")
    void noStack() {
        Result result = new CommandLineUnderTest()
                .with("FLYBALL_DATA_DIR", "/nowhere/at/all")
                .run("runs", "list");

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.err()).contains("/nowhere/at/all/stack.json").contains("flyball up -d");
    }
}
