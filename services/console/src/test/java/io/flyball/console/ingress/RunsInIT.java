package io.flyball.console.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.console.kit.Http;
import io.flyball.console.kit.RunningConsole;
import io.flyball.console.kit.TopicReader;
import io.flyball.contract.RunRequest;
import io.flyball.localstack.NeighbourKind;
import io.flyball.platform.redis.Redis;
import io.flyball.schemas.Topics;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS})
@DisplayName("ING-7 runs by hand")
class RunsInIT {
    private static final Map<String, Object> BODY =
            Map.of("goal", "restart the shop", "agent", "service-restorer", "inputs", Map.of("service", "shop"));

    private static RunningConsole console;
    private static TopicReader<RunRequest> topic;
    private static Http http;

    @BeforeAll
    static void start(SharedNeighbours neighbours) {
        console = RunningConsole.start(neighbours);
        topic = new TopicReader<>(neighbours, Topics.RUN_REQUESTS, RunRequest.class);
        http = console.http();
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    private static List<TopicReader.Read<RunRequest>> requests(String runId) {
        return topic.all(request -> request.getRunId().equals(runId));
    }

    @Test
    void aRequestIsOnTheTopicWhenItIsAccepted() {
        Http.Answer answer = http.post("/runs", BODY);
        String id = answer.json().path("id").asString();
        assertThat(answer.status()).isEqualTo(202);
        assertThat(UUID.fromString(id).version()).isEqualTo(7);
        assertThat(answer.header("Location")).isEqualTo("/api/runs/" + id);
        assertThat(requests(id)).singleElement().satisfies(read -> {
            assertThat(read.message().key()).isEqualTo(id);
            assertThat(read.record().getGoal()).isEqualTo("restart the shop");
            assertThat(read.record().getPrincipal()).isEqualTo("local");
            assertThat(read.record().getIdempotencyKey()).isNull();
        });
    }

    @Test
    @DisplayName("ING-7 the id that was given out is answered at once, here and by another replica; the orders wait")
    void theIdIsKnownAtOnce(SharedNeighbours neighbours) {
        try (RunningConsole other = RunningConsole.start(neighbours)) {
            Await.that("the other one has read its topics")
                    .until(() -> other.http().get("/actuator/health/readiness").status() == 200);
            for (int i = 0; i < 20; i++) {
                String id = http.post("/runs", BODY).json().path("id").asString();
                for (Http replica : List.of(http, other.http())) {
                    Http.Answer run = replica.get("/api/runs/" + id);
                    assertThat(run.status()).isEqualTo(200);
                    assertThat(run.json().path("status").asString()).isEqualTo("QUEUED");
                    assertThat(run.json().path("queue").path("reason").asString())
                            .contains("accepted");
                    assertThat(run.json().path("goal").asString()).isEqualTo("restart the shop");
                }
                assertThat(http.post("/api/runs/" + id + "/cancel", "").status())
                        .isEqualTo(503);
            }
        }
    }

    @Test
    void theSameKeyGivesTheSameRunOnce() {
        String key = UUID.randomUUID().toString();
        Http.Answer first = http.post("/runs", BODY, "Idempotency-Key", key);
        Http.Answer again = http.post("/runs", BODY, "Idempotency-Key", key);
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(requests(first.json().path("id").asString())).hasSize(1);
    }

    @Test
    void theSameKeyAtTheSameTimeGivesOneRun() throws Exception {
        String key = UUID.randomUUID().toString();
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Callable<String>> posts = IntStream.range(0, 16)
                    .<Callable<String>>mapToObj(_ -> () ->
                            http.post("/runs", BODY, "Idempotency-Key", key).text())
                    .toList();
            assertThat(threads.invokeAll(posts).stream()
                            .map(answer -> answer.resultNow())
                            .distinct())
                    .hasSize(1);
        }
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        String key = UUID.randomUUID().toString();
        String first = http.post("/runs", BODY, "Idempotency-Key", key)
                .json()
                .path("id")
                .asString();
        Http.Answer other = http.post("/runs", Map.of("goal", "stop it", "agent", "a"), "Idempotency-Key", key);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.json().path("detail").asString()).contains(first);
    }

    @Test
    @DisplayName("ING-7 a crash between claim and topic loses no run: the repeat publishes it")
    void aCrashInBetweenLosesNothing() {
        String key = UUID.randomUUID().toString();
        String id = http.post("/runs", BODY, "Idempotency-Key", key)
                .json()
                .path("id")
                .asString();
        var redis = console.bean(Redis.class).commands();
        String redisKey = "console:run-request:" + key;
        assertThat(redis.pttl(redisKey)).isBetween(23L * 3600 * 1000, 24L * 3600 * 1000);
        redis.set(redisKey, redis.get(redisKey).replace("\"published\":true", "\"published\":false"));
        assertThat(http.post("/runs", BODY, "Idempotency-Key", key)
                        .json()
                        .path("id")
                        .asString())
                .isEqualTo(id);
        assertThat(requests(id)).hasSize(2);
    }

    @Test
    @DisplayName("ING-6 every wrong field is named")
    void wrongFieldsAreNamed() {
        Http.Answer answer = http.post("/runs", Map.of("goal", " ", "dryrun", true));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").toString()).contains("/goal", "/agent", "/dryrun");
    }
}
