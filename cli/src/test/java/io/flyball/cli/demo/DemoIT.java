package io.flyball.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.cli.CommandLineUnderTest;
import io.flyball.cli.CommandLineUnderTest.Result;
import io.flyball.cli.ConsoleStandIn.Answer;
import io.flyball.cli.output.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("CLI-2 flyball demo, with the real shop and the console's interface")
@Timeout(120)
class DemoIT {
    @TempDir
    private Path folder;

    private ScriptedSuite suite;

    @BeforeEach
    void start() throws IOException {
        suite = new ScriptedSuite(folder);
    }

    @AfterEach
    void stop() {
        suite.close();
    }

    private CommandLineUnderTest flyball() {
        Path project = Path.of("..").toAbsolutePath().normalize();
        return new CommandLineUnderTest()
                .with("FLYBALL_HOME", project.toString())
                .with("FLYBALL_DATA_DIR", folder.toString());
    }

    @Test
    @DisplayName("CLI-2 approved: the shop is really healthy again, and that alone gives exit code 0")
    void approved() throws IOException {
        Result result = flyball().run("demo", "--yes");

        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(result.out())
                .containsSubsequence(
                        "is up already",
                        "release 1 is deployed",
                        "answers 200",
                        "release 2 is deployed (\"change upstream\")",
                        "answers 503",
                        "The alert, as Alertmanager sends it",
                        "step 1: act",
                        "deployctl diff shop",
                        "held for approval: deployctl rollback shop",
                        "risk MEDIUM, effect CHANGE: production: rolling back needs approval",
                        "target       service:shop",
                        "undo         deploy release 2 again",
                        "Approve? [y/N] y   (--yes)",
                        "approved by ann: deployctl rollback shop",
                        "verified: service:shop is as intended",
                        "● RESOLVED",
                        "The shop itself",
                        "answers 200",
                        "$0.012345 for 2 model calls",
                        "told         log DELIVERED",
                        "/#token=local-token",
                        "/transcript",
                        "http://127.0.0.1:7415/zipkin/traces/0af7651916cd43dd8448eb211c80319c");
        nothingIsLeft();
    }

    @Test
    @DisplayName("CLI-2 the alert goes in as Alertmanager sends it, with the health page of the real shop")
    void alert() {
        flyball().run("demo", "--deny");

        var asked = suite.console().last("POST /webhooks/alertmanager");
        assertThat(asked.header("Authorization")).isEqualTo("Bearer local-token");
        assertThat(Json.parse(asked.body()).at("/alerts/0/labels/health_url").asString())
                .matches("http://127\\.0\\.0\\.1:\\d+/health");
    }

    @Test
    @DisplayName("CLI-2 denied: an escalation with its hand-over; the shop stays broken, exit code 8")
    void denied() throws IOException {
        Result result = flyball().run("demo", "--deny");

        assertThat(result.exitCode()).isEqualTo(8);
        assertThat(result.out())
                .containsSubsequence(
                        "Approve? [y/N] n   (--deny)",
                        "● ESCALATED",
                        "hand-over: A person denied the rollback.",
                        "The shop itself",
                        "answers 503");
        nothingIsLeft();
    }

    @Test
    @DisplayName("CLI-2 a person types the answer; anything but a yes is a no, and so is nobody")
    void typed() {
        assertThat(flyball().typing("y\n").run("demo").exitCode()).isZero();
    }

    @Test
    @DisplayName("CLI-2 with nobody at the keyboard the action is denied")
    void nobodyThere() {
        assertThat(flyball().typing("").run("demo").exitCode()).isEqualTo(8);
        assertThat(suite.console().last("POST /api/approvals/0199aa10-7c21-7000-8000-000000000001:2:0/deny"))
                .isNotNull();
    }

    @Test
    @DisplayName("APR-2 an answer that comes second is refused, and the demo goes on with the first")
    void second() {
        suite.console().on("POST /api/approvals/0199aa10-7c21-7000-8000-000000000001:2:0/approve", _ -> {
            suite.answeredElsewhere();
            return Answer.problem(
                    409, "{\"detail\": \"answered\", \"answer\": {\"answer\": \"DENY\", \"by\": \"bob\"}}");
        });

        Result result = flyball().run("demo", "--yes");

        assertThat(result.out()).contains("DENY by bob").contains("● ESCALATED");
        assertThat(result.exitCode()).isEqualTo(8);
    }

    @Test
    @DisplayName("CLI-2 a run that says RESOLVED while the shop is broken is no success")
    void notReallyHealthy() {
        suite.console().on("POST /api/approvals/0199aa10-7c21-7000-8000-000000000001:2:0/approve", _ -> {
            suite.onlyClaimed();
            return Answer.json("{}");
        });

        Result result = flyball().run("demo", "--yes");

        assertThat(result.exitCode()).isEqualTo(8);
        assertThat(result.err()).contains("the shop does not serve");
    }

    @Test
    @DisplayName("CLI-2 a run that takes too long: exit code 7, and nothing is left behind")
    void tooLong() throws IOException {
        suite.console().on("GET /api/approvals", "[]");

        Result result = flyball().run("demo", "--yes", "--timeout", "PT2S");

        assertThat(result.exitCode()).isEqualTo(7);
        assertThat(result.err()).contains("AWAITING_APPROVAL").contains("flyball runs watch");
        nothingIsLeft();
    }

    @Test
    @DisplayName("CLI-2 a demo that is broken off takes its open question back")
    void withdrawn() throws IOException {
        var keyboard = new java.io.PipedInputStream(new java.io.PipedOutputStream());

        Result result = flyball().typing(keyboard).run("demo", "--timeout", "PT2S");

        assertThat(result.exitCode()).isEqualTo(7);
        assertThat(suite.console()
                        .last("POST /api/approvals/0199aa10-7c21-7000-8000-000000000001:2:0/deny")
                        .body())
                .contains("the demo was broken off");
        nothingIsLeft();
    }

    @Test
    @DisplayName("CLI-1 without a stack nothing is broken: exit code 3")
    void noStack() throws IOException {
        suite.close();

        assertThat(flyball().run("demo", "--yes").exitCode()).isEqualTo(3);
        nothingIsLeft();
    }

    @Test
    @DisplayName("CLI-4 the demo needs the stack of this machine; both answers at once are none")
    void usage() {
        assertThat(flyball().run("demo", "--url", "http://127.0.0.1:9").exitCode())
                .isEqualTo(2);
        assertThat(flyball().run("demo", "--yes", "--deny").exitCode()).isEqualTo(2);
    }

    private void nothingIsLeft() throws IOException {
        try (Stream<Path> left = Files.list(folder.resolve("deployments"))) {
            assertThat(left.map(path -> path.getFileName().toString())).containsExactly("demo.lock");
        }
        assertThat(ProcessHandle.allProcesses()
                        .filter(it -> it.info().commandLine().orElse("").contains(folder.toString())))
                .isEmpty();
    }
}
