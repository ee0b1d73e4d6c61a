package io.flyball.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.console.kit.EventStream;
import io.flyball.console.kit.Http;
import io.flyball.console.kit.RunningConsole;
import io.flyball.console.kit.TopicReader;
import io.flyball.contract.ControlCommand;
import io.flyball.contract.ControlKind;
import io.flyball.localstack.NeighbourKind;
import io.flyball.platform.redis.Redis;
import io.flyball.platform.stop.StopGuard;
import io.flyball.platform.stop.StopState;
import io.flyball.platform.stop.StopValue;
import io.flyball.schemas.Topics;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS})
@DisplayName("STOP-8 the emergency stop by HTTP")
class StopIT {
    private static RunningConsole console;
    private static TopicReader<ControlCommand> topic;
    private static Http http;

    @BeforeAll
    static void start(SharedNeighbours neighbours) {
        console = RunningConsole.start(neighbours);
        topic = new TopicReader<>(neighbours, Topics.CONTROL, ControlCommand.class);
        http = console.http();
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    @BeforeEach
    @AfterEach
    void clear() {
        console.release();
    }

    private static StopState redisSays() {
        return console.bean(StopGuard.class).checkAll();
    }

    private static List<ControlCommand> orders(String reason) {
        return topic.all(command -> command.getReason().equals(reason)).stream()
                .map(TopicReader.Read::record)
                .toList();
    }

    @Test
    @DisplayName("STOP-1 it is in Redis and on the control topic when the answer comes")
    void stopAndResume() {
        String why = "agents fight " + UUID.randomUUID();
        Http.Answer stopped = http.post("/api/stop", Map.of("reason", why, "by", "ann", "channel", "cli"));
        assertThat(stopped.status()).isEqualTo(200);
        assertThat(stopped.json().path("active").asBoolean()).isTrue();
        assertThat(stopped.json().path("recorded").asBoolean()).isTrue();
        assertThat(redisSays()).isInstanceOfSatisfying(StopState.Stopped.class, state -> {
            assertThat(state.reason()).isEqualTo(why);
            assertThat(state.by()).isEqualTo("ann");
            assertThat(state.at()).isNotNull();
        });
        assertThat(orders(why)).singleElement().satisfies(order -> {
            assertThat(order.getKind()).isEqualTo(ControlKind.EMERGENCY_STOP);
            assertThat(order.getTarget()).isEqualTo("emergency_stop");
            assertThat(order.getChannel()).isEqualTo("cli");
        });
        String because = "settled " + UUID.randomUUID();
        Http.Answer resumed = http.post("/api/resume", Map.of("reason", because, "by", "ben"));
        assertThat(resumed.status()).isEqualTo(200);
        assertThat(resumed.json().path("active").asBoolean()).isFalse();
        assertThat(redisSays()).isInstanceOf(StopState.Clear.class);
        assertThat(orders(because)).extracting(ControlCommand::getKind).containsExactly(ControlKind.EMERGENCY_RELEASE);
        Await.that("the newest order is shown")
                .until(() -> http.get("/api/stop")
                        .json()
                        .path("last")
                        .path("reason")
                        .asString("")
                        .equals(because));
    }

    @Test
    @DisplayName("STOP-5 with no stop on a release changes nothing, and no release is written down")
    void nothingToRelease() {
        String why = "just in case " + UUID.randomUUID();
        String key = console.bean(Redis.class).commands().get(StopValue.KEY);
        Await.that("the newest order is no stop")
                .until(() -> !http.get("/api/stop")
                        .json()
                        .path("last")
                        .path("kind")
                        .asString("")
                        .equals("EMERGENCY_STOP"));

        Http.Answer answer = http.post("/api/resume", Map.of("reason", why));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("released").asBoolean()).isFalse();
        assertThat(answer.json().path("recorded").asBoolean()).isFalse();
        assertThat(orders(why)).isEmpty();
        assertThat(console.bean(Redis.class).commands().get(StopValue.KEY)).isEqualTo(key);
    }

    @Test
    @DisplayName("STOP-5 pulling it asks for nothing, releasing it for a reason")
    void onlyReleasingWantsAReason() {
        assertThat(http.post("/api/stop", "").status()).isEqualTo(200);
        assertThat(redisSays()).isInstanceOf(StopState.Stopped.class);
        Http.Answer without = http.post("/api/resume", "{\"by\":\"ann\"}");
        assertThat(without.status()).isEqualTo(400);
        assertThat(without.json().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/reason");
        assertThat(redisSays()).isInstanceOf(StopState.Stopped.class);
    }

    @Test
    @DisplayName("STOP-8 a stop by a bare SET is shown live, with who and why")
    void aBareSetIsShownLive() {
        try (EventStream stream = new EventStream(console, "/api/events", null)) {
            stream.await(event -> event.name().equals("hello"));
            console.bean(Redis.class)
                    .commands()
                    .set(StopValue.KEY, "{\"active\":true,\"reason\":\"by hand\",\"activated_by\":\"root\"}");
            JsonNode stop = stream.await(event -> event.name().equals("stop")
                            && event.data().path("active").asBoolean())
                    .data();
            assertThat(stop.path("reason").asString()).isEqualTo("by hand");
            assertThat(stop.path("by").asString()).isEqualTo("root");
        }
    }

    @Test
    @DisplayName("STOP-2 while it is on, alerts are still accepted")
    void alertsAreStillAccepted() {
        http.post("/api/stop", "");
        assertThat(http.post("/alerts", "{\"name\":\"A\"}").status()).isEqualTo(202);
    }

    @Test
    @DisplayName("STOP-3 Redis away: shown as active, a stop is still ordered, a release is not")
    void redisAway(SharedNeighbours neighbours) {
        try (RunningConsole other = RunningConsole.startAgainst(
                neighbours.bootstrapServers(), neighbours.registryUrl(), "redis://127.0.0.1:1")) {
            JsonNode state = other.http().get("/api/stop").json();
            assertThat(state.path("active").asBoolean()).isTrue();
            assertThat(state.path("known").asBoolean()).isFalse();
            String why = "blind " + UUID.randomUUID();
            Http.Answer answer = other.http().post("/api/stop", Map.of("reason", why));
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.json().path("detail").asString()).contains("agent.control");
            assertThat(orders(why)).hasSize(1);
            String release = "blind release " + UUID.randomUUID();
            assertThat(other.http()
                            .post("/api/resume", Map.of("reason", release))
                            .status())
                    .isEqualTo(503);
            assertThat(orders(release)).isEmpty();
        }
        http.post("/api/resume", Map.of("reason", "end of the test"));
    }

    @Test
    @DisplayName("STOP-1 Kafka away: the stop is on all the same")
    void kafkaAway(SharedNeighbours neighbours) {
        try (RunningConsole other =
                RunningConsole.startAgainst("127.0.0.1:1", neighbours.registryUrl(), neighbours.redisUrl())) {
            Http.Answer answer = other.http().post("/api/stop", Map.of("reason", "no broker"));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().path("recorded").asBoolean()).isFalse();
            assertThat(redisSays()).isInstanceOf(StopState.Stopped.class);
        }
    }
}
