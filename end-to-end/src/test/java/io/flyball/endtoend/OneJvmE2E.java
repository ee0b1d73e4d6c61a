package io.flyball.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.flyball.testkit.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The suite in one JVM: up, an incident, an answer, a stop, down. One installation, in that order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OneJvmE2E {
    @TempDir
    static Path data;

    private static Installation flyball;

    @BeforeAll
    static void up() throws Exception {
        flyball = new Installation(data);
        flyball.up();
    }

    @AfterAll
    static void down() throws Exception {
        flyball.close();
    }

    @Test
    @Order(1)
    @DisplayName("CLI-1 STOP-8 status names every service with its state and URL, and the stop")
    void status() throws Exception {
        // A service that is still warming up on a slow machine may answer later than status waits for it.
        Await.that("every service is UP")
                .atMost(Duration.ofMinutes(2))
                .until(() -> flyball.status()
                        .path("services")
                        .valueStream()
                        .allMatch(service -> service.path("state").asString().equals("UP")));
        JsonNode status = flyball.status();
        assertThat(status.path("services").valueStream().map(s -> s.path("name").asString()))
                .containsAll(Traces.SIX)
                .contains("console");
        assertThat(status.path("services").valueStream()).allSatisfy(service -> {
            assertThat(service.path("state").asString()).isEqualTo("UP");
            assertThat(service.path("url").asString()).isNotBlank();
        });
        assertThat(status.path("stop").path("active").asBoolean(true)).isFalse();
    }

    @Test
    @Order(2)
    @DisplayName(
            "CLI-2 RUN-3 RUN-13 the demo breaks a service, the agent finds the cause, a person approves, it is healthy again")
    void demo() throws Exception {
        Installation.Answer demo = flyball.flyball("demo", "--yes");
        assertThat(demo.code()).as("%s%n%s", demo.out(), demo.err()).isZero();

        JsonNode run = flyball.run(flyball.runs().get(0).path("id").asString());
        assertThat(run.path("outcome").asString()).isEqualTo("RESOLVED");
        assertThat(run.path("actions").valueStream()).allSatisfy(action -> {
            assertThat(action.path("id").asString()).isNotBlank();
            assertThat(action.path("verdict").asString()).isNotBlank();
            assertThat(action.path("status").asString()).isNotBlank();
        });
        assertThat(run.path("actions")
                        .valueStream()
                        .map(a -> a.path("arguments").toString()))
                .anyMatch(arguments -> arguments.contains("rollback"));
    }

    @Test
    @Order(3)
    @DisplayName("OBS-1 one trace spans all six services, and every span has its parent in it")
    void trace() throws Exception {
        String traceId = flyball.runs().get(0).path("traceId").asString();
        String tracing = flyball.urlOf("neighbours", "tracing");
        Await.that("the trace has all six services")
                .atMost(Duration.ofMinutes(3))
                .until(() -> Traces.of(tracing, traceId).services().containsAll(Traces.SIX));

        Traces trace = Traces.of(tracing, traceId);
        trace.assertWhole();
        trace.assertCaused("planner", "orchestrator");
        trace.assertCaused("governor", "orchestrator");
        trace.assertCaused("tool-executor", "orchestrator");
        trace.assertCaused("cost-ledger", "tool-executor");
        trace.assertCaused("notifier", "orchestrator");
    }

    @Test
    @Order(4)
    @DisplayName("COST-8 flyball cost tells what the run used")
    void cost() throws Exception {
        Installation.Answer cost = flyball.flyball("cost", "--by", "agent", "-o", "json");
        assertThat(cost.code()).as(cost.err()).isZero();
        assertThat(cost.out()).contains("service-restorer");
    }

    @Test
    @Order(5)
    @DisplayName(
            "APR-4 RUN-10 denying the proposal ends in an escalation with a hand-over, and the demo says it is not healthy")
    void denied() throws Exception {
        Installation.Answer demo = flyball.flyball("demo", "--deny");
        assertThat(demo.code()).as("%s%n%s", demo.out(), demo.err()).isEqualTo(8);
        assertThat(flyball.run(flyball.runs().get(0).path("id").asString())
                        .path("outcome")
                        .asString())
                .isEqualTo("ESCALATED");
    }

    @Test
    @Order(6)
    @DisplayName("STOP-2 STOP-8 a stop by the command line holds a new run; after its release the run ends")
    void stopAndResume() throws Exception {
        assertThat(flyball.flyball("stop", "--reason", "end-to-end drill").code())
                .isZero();
        JsonNode stop = flyball.status().path("stop");
        assertThat(stop.path("active").asBoolean()).isTrue();
        assertThat(stop.path("reason").asString()).isEqualTo("end-to-end drill");

        Installation.Answer opened = flyball.flyball(
                "runs", "open", "--agent", "self-check", "--goal", "see that the loop works", "-o", "json");
        assertThat(opened.code()).as(opened.err()).isZero();
        String id =
                opened.json().path("id").asString(opened.json().path("runId").asString(""));
        awaitStatus(id, "HELD");
        assertNothingBegan(id);

        assertThat(flyball.flyball("resume", "--reason", "drill is over").code())
                .isZero();
        Await.that("the run has ended")
                .atMost(Duration.ofMinutes(2))
                .until(() -> flyball.run(id).path("outcome").asString("").equals("NOT_REPRODUCED"));
    }

    @Test
    @Order(7)
    @DisplayName("RUN-9 CLI-3 a run is taken over by the command line, waits, is handed back, and ends")
    void takenOverAndHandedBack() throws Exception {
        ok("stop", "--reason", "so that it waits");
        String id = ok("runs", "open", "--agent", "self-check", "--goal", "be handed back", "-o", "json")
                .json()
                .path("id")
                .asString();
        awaitStatus(id, "HELD");
        ok("runs", "take-over", id, "--reason", "I look myself");
        awaitStatus(id, "PAUSED");
        ok("resume", "--reason", "nothing else waits");
        assertThat(flyball.run(id).path("status").asString("")).isEqualTo("PAUSED");
        assertNothingBegan(id);

        ok("runs", "hand-back", id, "--done", "looked", "--next", "go on");
        Await.that("the run has ended")
                .atMost(Duration.ofMinutes(2))
                .until(() -> flyball.run(id).path("outcome").asString("").equals("NOT_REPRODUCED"));
    }

    @Test
    @Order(8)
    @DisplayName("STOP-9 STOP-10 a drill proves the path of a stop on a suite at work; all its workers confirm a stop")
    void provedAndConfirmed() throws Exception {
        // A drill gives each worker five seconds, which a busy machine does not always keep.
        Await.that("a drill proves it")
                .atMost(Duration.ofMinutes(3))
                .until(() -> flyball.flyball("stop", "--drill", "-o", "json").code() == 0);
        assertThat(flyball.status().path("stop").path("active").asBoolean(true)).isFalse();

        ok("stop", "--reason", "who answers");
        Await.that("all have answered")
                .atMost(Duration.ofMinutes(3))
                .until(() -> flyball.flyball("status").out().contains("confirmed by all"));
        ok("resume", "--reason", "all have");
    }

    @Test
    @Order(9)
    @DisplayName(
            "OBS-3 each query of the dashboards, and each metric that a rule names, is a series in a Prometheus that reads the suite")
    void dashboards() throws Exception {
        assumeTrue(Prometheus.isInstalled(), "prometheus is not installed here (Debian: prometheus)");
        List<String> queries = new ArrayList<>(Dashboards.queries());
        assertThat(queries).hasSizeGreaterThan(30);
        queries.addAll(Dashboards.metricsOfRules());
        try (var prometheus = new Prometheus(data, data.resolve("token"), flyball.services())) {
            OneModelCall.tell(flyball);
            Await.that("every query gives a series")
                    .atMost(Duration.ofMinutes(3))
                    .untilAsserted(() -> assertThat(without(prometheus, queries))
                            .as("no series")
                            .isEmpty());
        }
    }

    private static List<String> without(Prometheus prometheus, List<String> queries) {
        return queries.stream().filter(query -> !prometheus.hasSeries(query)).toList();
    }

    private Installation.Answer ok(String... words) throws Exception {
        Installation.Answer answer = flyball.flyball(words);
        assertThat(answer.code())
                .as("%s: %s %s", String.join(" ", words), answer.out(), answer.err())
                .isZero();
        return answer;
    }

    private void assertNothingBegan(String runId) throws Exception {
        assertThat(flyball.run(runId).path("actions").valueStream())
                .extracting(action -> action.path("status").asString(""))
                .doesNotContain("CALLED", "STARTED", "SUCCEEDED", "FAILED");
    }

    private void awaitStatus(String runId, String status) {
        Await.that("the run is " + status)
                .atMost(Duration.ofMinutes(2))
                .until(() -> flyball.run(runId).path("status").asString("").equals(status));
    }
}
