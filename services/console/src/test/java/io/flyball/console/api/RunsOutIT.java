package io.flyball.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.console.kit.EventStream;
import io.flyball.console.kit.Http;
import io.flyball.console.kit.RunningConsole;
import io.flyball.console.kit.Shop;
import io.flyball.console.kit.Story;
import io.flyball.console.kit.Teller;
import io.flyball.contract.AlertJoined;
import io.flyball.contract.AlertStatus;
import io.flyball.contract.RunEvent;
import io.flyball.contract.RunStatus;
import io.flyball.localstack.NeighbourKind;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS})
@DisplayName("WEB-1 runs out")
class RunsOutIT {
    /** What clients rely on. */
    private static final Set<String> FIELDS = Set.of(
            "id",
            "agent",
            "tenant",
            "goal",
            "principal",
            "environment",
            "dryRun",
            "inputs",
            "alert",
            "alertsJoined",
            "openedAt",
            "traceId",
            "status",
            "step",
            "holdReason",
            "waitsForBudget",
            "question",
            "queue",
            "parentRunId",
            "causedByRun",
            "outcome",
            "summary",
            "rootCause",
            "reason",
            "handOver",
            "effective",
            "closedAt",
            "cost",
            "tokens",
            "llmCalls",
            "steps",
            "actions",
            "verification",
            "notes",
            "notifications",
            "events");

    private static final Set<String> ACTION_FIELDS = Set.of(
            "id",
            "step",
            "label",
            "tool",
            "arguments",
            "target",
            "reasoning",
            "actionHash",
            "verdict",
            "verdictReason",
            "rule",
            "effect",
            "risk",
            "approvalId",
            "approvedBy",
            "expiresAt",
            "status",
            "output",
            "outputLength",
            "exitCode",
            "error",
            "durationMillis");

    private static RunningConsole console;
    private static Teller teller;
    private static Http http;

    @BeforeAll
    static void start(SharedNeighbours neighbours) {
        console = RunningConsole.start(neighbours);
        teller = new Teller(neighbours);
        http = console.http();
    }

    @AfterAll
    static void stop() {
        teller.close();
        console.close();
    }

    private static Story held() {
        return Shop.untilHeld(UUID.randomUUID().toString(), Instant.now());
    }

    private static JsonNode awaitRun(String id, String status) {
        Await.that("run " + id + " is " + status)
                .until(() -> http.get("/api/runs/" + id)
                        .json()
                        .path("status")
                        .asString("")
                        .equals(status));
        return http.get("/api/runs/" + id).json();
    }

    @Test
    void oneRunHasAllItsFieldsAndItsWholeHistory() {
        Story story = Shop.andThenFixed(held());
        teller.tell(story.events());
        JsonNode run = awaitRun(story.runId(), "ENDED");
        assertThat(Set.copyOf(run.propertyNames())).isEqualTo(FIELDS);
        assertThat(run.path("outcome").asString()).isEqualTo("RESOLVED");
        assertThat(run.path("alert").path("name").asString()).isEqualTo("ShopDown");
        assertThat(run.path("cost").toString()).isEqualTo("{\"micros\":31200,\"dollars\":0.0312}");
        assertThat(run.path("events").size()).isEqualTo(story.events().size());
        assertThat(run.path("events").path(0).path("kind").asString()).isEqualTo("RunOpened");
        JsonNode action = run.path("actions").path(2);
        assertThat(Set.copyOf(action.propertyNames())).isEqualTo(ACTION_FIELDS);
        assertThat(action.path("id").asString()).isEqualTo(story.runId() + ":2:0");
        assertThat(action.path("arguments").path("argv").path(0).asString()).isEqualTo("shopctl");
        assertThat(action.path("output").asString()).contains("rolled back");
        assertThat(action.path("exitCode").asInt()).isZero();
        assertThat(run.path("verification").path(0).path("state").asString()).isEqualTo("VERIFIED");
    }

    @Test
    void listsAreNarrowedByStatusAndCarryNoOutput() {
        Story open = held();
        Story ended = Shop.andThenFixed(held());
        teller.tell(open.events());
        teller.tell(ended.events());
        awaitRun(open.runId(), "AWAITING_APPROVAL");
        awaitRun(ended.runId(), "ENDED");
        assertThat(ids("/api/runs?status=open&limit=2000"))
                .contains(open.runId())
                .doesNotContain(ended.runId());
        assertThat(ids("/api/runs?status=ENDED,PLANNING&limit=2000"))
                .contains(ended.runId())
                .doesNotContain(open.runId());
        JsonNode item = http.get("/api/runs?status=ended&limit=1").json().path(0);
        assertThat(item.path("actions").path(0).path("output").isNull()).isTrue();
        assertThat(item.has("events")).isFalse();
        JsonNode summary = http.get("/api/runs?limit=1&summary=true").json().path(0);
        assertThat(summary.has("status")).isTrue();
        assertThat(summary.has("steps")).isFalse();
        assertThat(http.get("/api/runs?limit=1").json().size()).isEqualTo(1);
        assertThat(ids("/api/runs?limit=2000&id=" + open.runId().substring(0, 30)))
                .containsExactly(open.runId());
    }

    private static List<String> ids(String path) {
        return http.get(path)
                .json()
                .valueStream()
                .map(run -> run.path("id").asString())
                .toList();
    }

    @Test
    void whatIsAskedWronglyIsSaid() {
        assertThat(http.get("/api/runs?status=BUSY").status()).isEqualTo(400);
        assertThat(http.get("/api/runs?limit=0").status()).isEqualTo(400);
        assertThat(http.get("/api/runs?limit=x").status()).isEqualTo(400);
        Await.that("the topics are read")
                .until(() -> http.get("/actuator/health/readiness").status() == 200);
        Http.Answer nobody = http.get("/api/runs/nobody");
        assertThat(nobody.status()).isEqualTo(404);
        assertThat(nobody.header("Content-Type")).startsWith("application/problem+json");
        assertThat(http.get("/api/nothing").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("WEB-3 a run's events, live, resumed after the one that was seen last")
    void liveAndResumed() {
        Story story = held();
        teller.tell(story.events());
        awaitRun(story.runId(), "AWAITING_APPROVAL");
        String path = "/api/runs/" + story.runId() + "/events";
        List<RunEvent> later;
        EventStream.Event seen;
        try (EventStream stream = new EventStream(console, path, null)) {
            seen = stream.await(event -> event.data().path("kind").asString().equals("VerdictGiven")
                    && event.data().path("detail").path("verdict").asString().equals("HOLD_FOR_APPROVAL"));
            int before = story.events().size();
            assertThat(seen.id()).isEqualTo(Integer.toString(before));
            later = Shop.andThenFixed(story)
                    .events()
                    .subList(before, story.events().size());
            teller.tell(later);
            assertThat(stream.rest())
                    .extracting(EventStream.Event::name)
                    .hasSameSizeAs(later)
                    .containsOnly("run-event");
        }
        try (EventStream again = new EventStream(console, path, seen.id())) {
            assertThat(again.rest())
                    .extracting(EventStream.Event::id)
                    .containsExactlyElementsOf(later.stream()
                            .map(event -> Long.toString(event.getSequence()))
                            .toList());
        }
        Http.Answer nothingMore =
                http.get(path, "Last-Event-ID", Long.toString(story.newest().getSequence()));
        assertThat(nothingMore.status()).isEqualTo(204);
    }

    @Test
    @DisplayName("WEB-3 CLI-3 an alert that joins after the end is told, and the stream ends all the same")
    void endsAlsoAfterALateAlert() {
        Story story = Shop.andThenFixed(held());
        long end = story.newest().getSequence();
        story.happens(
                RunStatus.ENDED,
                AlertJoined.newBuilder()
                        .setAlertId("late")
                        .setFingerprint("d7840da243e8241c")
                        .setStatus(AlertStatus.FIRING)
                        .build());
        teller.tell(story.events());
        awaitRun(story.runId(), "ENDED");
        String path = "/api/runs/" + story.runId() + "/events";
        Await.that("the late alert is read")
                .until(() -> http.get("/api/runs/" + story.runId())
                                .json()
                                .path("events")
                                .size()
                        == end + 1);
        for (String last : List.of("0", Long.toString(end))) {
            try (EventStream stream = new EventStream(console, path, last)) {
                assertThat(stream.rest().getLast().data().path("kind").asString())
                        .isEqualTo("AlertJoined");
            }
        }
        assertThat(http.get(path, "Last-Event-ID", Long.toString(end + 1)).status())
                .isEqualTo(204);
    }

    @Test
    @DisplayName("WEB-3 everything that changes, live, with nothing lost in between")
    void allChanges() {
        Story first = held();
        Story second = held();
        EventStream.Event seen;
        try (EventStream stream = new EventStream(console, "/api/events", null)) {
            assertThat(stream.await(_ -> true).name()).isEqualTo("hello");
            teller.tell(first.events());
            seen = stream.await(event -> event.data().path("id").asString("").equals(first.runId())
                    && event.data().path("status").asString().equals("AWAITING_APPROVAL"));
        }
        teller.tell(second.events());
        awaitRun(second.runId(), "AWAITING_APPROVAL");
        try (EventStream again = new EventStream(console, "/api/events", seen.id())) {
            assertThat(again.await(_ -> true).name()).isEqualTo("hello");
            EventStream.Event next = again.await(event -> event.name().equals("run"));
            assertThat(next.data().path("id").asString()).isEqualTo(second.runId());
            assertThat(next.data().path("status").asString()).isEqualTo("PLANNING");
        }
    }

    @Test
    @DisplayName("WEB-3 a browser that knew another process is told to read again")
    void anotherProcessKnowsItsOwnNumbers() {
        try (EventStream stream = new EventStream(console, "/api/events", "longago-17")) {
            stream.await(event -> event.name().equals("reset"));
        }
    }

    @Test
    @DisplayName("WEB-3 a console that ends, ends its streams, and does not wait for its browsers")
    void aConsoleThatEndsEndsItsStreams(SharedNeighbours neighbours) {
        RunningConsole ending = RunningConsole.start(neighbours);
        try (EventStream stream = new EventStream(ending, "/api/events", null)) {
            stream.await(event -> event.name().equals("hello"));
            long begun = System.nanoTime();
            ending.close();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(60));
            assertThat(stream.rest()).as("ended in order").isNotNull();
        }
    }

    @Test
    @DisplayName("WEB-7 the transcript is one file, escaped, without scripts, and needs nothing else")
    void transcript() {
        Story story = new Story(UUID.randomUUID().toString(), Instant.now())
                .opened("<script>alert(1)</script>", "\"><img src=x onerror=alert(2)>");
        teller.tell(Shop.andThenFixed(story.decided(io.flyball.contract.PlanDecisionKind.ACT, "</style><b>bold</b>")
                        .proposed(0, "l", "t", "{}", "x", "y"))
                .events());
        awaitRun(story.runId(), "ENDED");
        Http.Answer answer = http.get("/runs/" + story.runId() + "/transcript");
        assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'", "style-src 'sha256-");
        assertThat(answer.text())
                .doesNotContain("<script", "<img", "<b>bold", "http-equiv", "src=\"", "@import")
                .contains(
                        "&lt;script&gt;alert(1)&lt;/script&gt;",
                        "&lt;/style&gt;&lt;b&gt;bold",
                        "rolled back to version 41");
    }

    @Test
    void theOverviewCounts() {
        JsonNode overview = http.get("/api/overview").json();
        assertThat(Set.copyOf(overview.propertyNames()))
                .isEqualTo(Set.of("now", "caughtUp", "runs", "approvals", "deadLetters", "stop", "tracingUrl"));
        assertThat(overview.path("stop").has("active")).isTrue();
    }
}
