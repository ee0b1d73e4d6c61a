package io.flyball.cli.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.cli.CommandLineUnderTest;
import io.flyball.cli.ConsoleStandIn;
import io.flyball.cli.ConsoleStandIn.Answer;
import io.flyball.cli.Golden;
import io.flyball.cli.output.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("CLI-3 runs watch")
class WatchRunTest {
    private static final String RUN = "0199aa10-7c21-7000-8000-000000000001";
    private static final String PATH = "GET /api/runs/" + RUN;

    private final ConsoleStandIn console = new ConsoleStandIn();
    private final CommandLineUnderTest flyball = new CommandLineUnderTest().with("FLYBALL_URL", console.url());

    /** First it is held; once somebody listens, it goes on to its end. */
    @BeforeEach
    void aRunThatGoesOn() {
        console.on(
                        PATH,
                        _ -> Answer.json(
                                Golden.resource("console/" + (streamed() ? "run-resolved" : "run-held") + ".json")))
                .on(
                        PATH + "/events",
                        asked -> asked.header("Last-event-id").equals("2")
                                ? new Answer(204, "text/event-stream", "")
                                : new Answer(
                                        200,
                                        "text/event-stream",
                                        "id: 1\nevent: run-event\ndata: {\"sequence\":1,\"kind\":\"RunOpened\"}\n\n"
                                                + "id: 2\nevent: run-event\ndata: {\"sequence\":2,\"kind\":\"RunEnded\"}\n\n"));
    }

    private boolean streamed() {
        return console.asked().stream().anyMatch(it -> it.path().endsWith("/events"));
    }

    @AfterEach
    void stop() {
        console.close();
    }

    @Test
    @DisplayName("CLI-3 what happened, then what happens, until the end; 0 for RESOLVED")
    void untilTheEnd() {
        var result = flyball.run("runs", "watch", RUN);

        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .containsSubsequence("● run 0199", "held for approval", "approved by ann", "● RESOLVED  after 7.4 s")
                .containsOnlyOnce("step 1:");
    }

    @Test
    @DisplayName("CLI-3 with -o json each event is one line of JSON")
    void forPrograms() {
        var result = flyball.run("runs", "watch", RUN, "-o", "json");

        assertThat(result.out()
                        .lines()
                        .map(line -> Json.parse(line).path("kind").asString()))
                .containsExactly("RunOpened", "RunEnded");
    }

    @Test
    @DisplayName("CLI-4 a run that ended otherwise gives exit code 8")
    void notResolved() {
        console.on(PATH, Golden.resource("console/run-escalated.json"));

        var result = flyball.run("runs", "watch", RUN);

        assertThat(result.exitCode()).isEqualTo(8);
        assertThat(result.out()).contains("● ESCALATED", "hand-over: A person denied the rollback.");
    }

    @Test
    void unknownRun() {
        assertThat(flyball.run("runs", "watch", "0199aa10-7c21-7000-8000-00000000ffff")
                        .exitCode())
                .isEqualTo(4);
    }
}
