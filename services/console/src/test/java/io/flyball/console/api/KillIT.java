package io.flyball.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.console.kit.Http;
import io.flyball.console.kit.RunningConsole;
import io.flyball.console.kit.TopicReader;
import io.flyball.contract.ControlCommand;
import io.flyball.contract.ControlKind;
import io.flyball.localstack.NeighbourKind;
import io.flyball.platform.redis.Redis;
import io.flyball.platform.stop.KillSwitch;
import io.flyball.platform.stop.StopGuard;
import io.flyball.platform.stop.StopState;
import io.flyball.schemas.Topics;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS})
@DisplayName("STOP-13 kill and revive by HTTP")
class KillIT {
    private static RunningConsole console;
    private static TopicReader<ControlCommand> topic;
    private static Http http;

    @BeforeAll
    static void start(SharedNeighbours neighbours) {
        console = RunningConsole.start(neighbours, "--flyball.catalogue.directory=../../catalogue");
        topic = new TopicReader<>(neighbours, Topics.CONTROL, ControlCommand.class);
        http = console.http();
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    @BeforeEach
    void clear() {
        console.release();
    }

    private static List<ControlKind> orders(KillSwitch target) {
        return topic.all(command -> command.getTarget().equals(target.key())).stream()
                .map(read -> read.record().getKind())
                .toList();
    }

    private static StopState says(KillSwitch target) {
        return console.bean(StopGuard.class).check(List.of(target));
    }

    @ParameterizedTest(name = "STOP-13 {0} {1} is killed and revived, on the topic and in Redis, and listed meanwhile")
    @CsvSource({"agent, first-responder", "tool, run_command", "tenant, acme"})
    void killAndRevive(String kind, String name) {
        KillSwitch target = new KillSwitch(KillSwitch.Kind.of(kind).orElseThrow(), name);
        Http.Answer killed =
                http.post("/api/kill/" + kind + "/" + name, Map.of("reason", "loops", "by", "ann", "channel", "cli"));
        assertThat(killed.status()).isEqualTo(200);
        assertThat(killed.json().path("killed").asBoolean()).isTrue();
        assertThat(killed.json().path("recorded").asBoolean()).isTrue();
        assertThat(says(target)).isInstanceOfSatisfying(StopState.Stopped.class, state -> {
            assertThat(state.reason()).isEqualTo("loops");
            assertThat(state.by()).isEqualTo("ann");
        });
        JsonNode listed = http.get("/api/stop").json().path("switches").path(0);
        assertThat(listed.path("kind").asString()).isEqualTo(kind);
        assertThat(listed.path("name").asString()).isEqualTo(name);
        assertThat(listed.path("channel").asString()).isEqualTo("cli");
        assertThat(listed.path("at").asString()).isNotEmpty();

        Http.Answer without = http.post("/api/revive/" + kind + "/" + name, "{}");
        assertThat(without.status()).isEqualTo(400);
        Http.Answer revived = http.post("/api/revive/" + kind + "/" + name, Map.of("reason", "mended", "by", "ben"));
        assertThat(revived.status()).isEqualTo(200);
        assertThat(revived.json().path("killed").asBoolean()).isFalse();
        assertThat(says(target).mayAct()).isTrue();
        assertThat(console.bean(Redis.class).commands().get(target.key())).isNull();
        assertThat(http.get("/api/stop").json().path("switches").isEmpty()).isTrue();
        assertThat(orders(target)).containsExactly(ControlKind.KILL, ControlKind.REVIVE);
    }

    @Test
    @DisplayName("STOP-13 what a bare key killed is written down as a kill before it is revived")
    void byHand() {
        KillSwitch target = KillSwitch.tenant("tenant-" + UUID.randomUUID());
        console.bean(Redis.class).commands().set(target.key(), "1");
        Http.Answer revived = http.post("/api/revive/tenant/" + target.name(), Map.of("reason", "mended"));
        assertThat(revived.json().path("changed").asBoolean()).isTrue();
        assertThat(orders(target)).containsExactly(ControlKind.KILL, ControlKind.REVIVE);
        Await.that("it may act").until(() -> says(target).mayAct());
    }

    @Test
    @DisplayName("STOP-13 what is not killed is not revived, and nothing is written down")
    void nothingToRevive() {
        Http.Answer answer = http.post("/api/revive/tool/http_request", Map.of("reason", "why not"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("changed").asBoolean(true)).isFalse();
        assertThat(orders(KillSwitch.tool("http_request"))).isEmpty();
    }

    @ParameterizedTest(name = "STOP-13 {0} is refused with {1}, and a text that says why: {2}")
    @CsvSource({
        "/api/kill/agent/nobody, 404, first-responder",
        "/api/kill/tool/hammer, 404, run_command",
        "/api/kill/server/web-1, 404, 'agent, tool, tenant'",
        "/api/kill/tenant/a%20b, 400, letters",
        "/api/revive/tenant/-x, 400, letters"
    })
    void badNames(String path, int status, String says) {
        Http.Answer answer = http.post(path, Map.of("reason", "x"));
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().path("detail").asString()).contains(says);
    }
}
