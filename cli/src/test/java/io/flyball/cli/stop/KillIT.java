package io.flyball.cli.stop;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.cli.CommandLineUnderTest;
import io.flyball.cli.ConsoleStandIn;
import io.flyball.cli.output.Json;
import io.flyball.localstack.NeighbourKind;
import io.flyball.platform.stop.KillSwitch;
import io.flyball.platform.stop.StopState;
import io.flyball.platform.stop.StopValue;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@DisplayName("STOP-13 kill and revive from the command line, on real Redis")
@WithNeighbours(NeighbourKind.REDIS)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillIT {
    private static final String NOBODY = "127.0.0.1:9";
    private static final KillSwitch TOOL = KillSwitch.tool("run_command");

    private String redisUrl = "";
    private RedisClient client;
    private RedisCommands<String, String> redis;
    private ConsoleStandIn console;

    @BeforeAll
    void connect(SharedNeighbours neighbours) {
        redisUrl = neighbours.redisUrl();
        client = RedisClient.create(redisUrl);
        redis = client.connect().sync();
    }

    @AfterAll
    void disconnect() {
        client.shutdown();
    }

    @BeforeEach
    void nothingKilled() {
        console = new ConsoleStandIn();
        redis.del(TOOL.key());
    }

    @AfterEach
    void closeConsole() {
        console.close();
        redis.del(TOOL.key());
    }

    private CommandLineUnderTest flyball() {
        return new CommandLineUnderTest().with("FLYBALL_REDIS_URL", redisUrl).with("FLYBALL_URL", console.url());
    }

    @Test
    @DisplayName("STOP-13 an order goes to the console with reason, person and channel, and its answer is told")
    void throughTheConsole() {
        console.on("POST /api/kill/agent/first-responder", "{\"killed\": true, \"recorded\": true}");
        console.on("POST /api/revive/agent/first-responder", "{\"killed\": false, \"changed\": true}");

        var killed = flyball().run("kill", "agent", "first-responder", "--reason", "loops");
        assertThat(killed.exitCode()).isZero();
        assertThat(killed.out()).isEqualTo("The agent first-responder is KILLED: loops\n");
        assertThat(killed.err()).contains("flyball revive agent first-responder");
        assertThat(console.last("POST /api/kill/agent/first-responder").body())
                .isEqualTo("{\"reason\":\"loops\",\"by\":\"ann\",\"channel\":\"cli\"}");
        var json = flyball().run("kill", "agent", "first-responder", "-o", "json");
        assertThat(Json.parse(json.out()).path("killed").asBoolean()).isTrue();

        assertThat(flyball().run("revive", "agent", "first-responder").exitCode())
                .isEqualTo(2);
        assertThat(flyball()
                        .run("revive", "agent", "first-responder", "--reason", "mended")
                        .out())
                .isEqualTo("The agent first-responder is revived: mended\n");
        console.on("POST /api/revive/agent/first-responder", "{\"killed\": false, \"changed\": false}");
        assertThat(flyball()
                        .run("revive", "agent", "first-responder", "--reason", "mended")
                        .out())
                .contains("is not killed");
    }

    @Test
    @DisplayName("STOP-13 a name that is not known ends with 4, a kind that is not known with 2")
    void badNames() {
        console.on(
                "POST /api/kill/agent/nobody",
                _ -> ConsoleStandIn.Answer.problem(404, "{\"detail\": \"There is no agent nobody.\"}"));
        var unknown = flyball().run("kill", "agent", "nobody");
        assertThat(unknown.exitCode()).isEqualTo(4);
        assertThat(unknown.err()).contains("There is no agent nobody.");

        var kind = flyball().run("kill", "server", "x");
        assertThat(kind.exitCode()).isEqualTo(2);
        assertThat(kind.err()).contains("AGENT, TOOL, TENANT");
    }

    @Test
    @DisplayName(
            "STOP-13 with the console dead a kill is the key in Redis, which the governor writes down; a revive is none")
    void consoleDead() {
        var killed =
                flyball().with("FLYBALL_URL", "http://" + NOBODY).run("kill", "tool", "run_command", "--reason", "r");
        assertThat(killed.exitCode()).isZero();
        assertThat(killed.err()).contains("The console was not told");
        StopState on = StopValue.readKillSwitch(TOOL.key(), redis.get(TOOL.key()));
        assertThat(on).isEqualTo(new StopState.Stopped(TOOL.key(), "r", "ann", "2026-11-21T06:00:00Z"));

        var revived =
                flyball().with("FLYBALL_URL", "http://" + NOBODY).run("revive", "tool", "run_command", "--reason", "r");
        assertThat(revived.exitCode()).isEqualTo(3);
        assertThat(revived.err()).contains("Nobody is revived");
        assertThat(StopValue.readKillSwitch(TOOL.key(), redis.get(TOOL.key()))).isEqualTo(on);

        var neither = flyball()
                .with("FLYBALL_URL", "http://" + NOBODY)
                .with("FLYBALL_REDIS_URL", "redis://" + NOBODY)
                .run("kill", "tool", "run_command");
        assertThat(neither.exitCode()).isEqualTo(3);
        assertThat(neither.err()).contains("IS NOT KILLED");
    }

    @Test
    @DisplayName("STOP-8 status lists who is killed since when, by whom and why")
    void status() {
        console.on("GET /api/stop", """
                {"active": false, "known": true, "switches": [
                  {"kind": "tool", "name": "run_command", "reason": "see 12", "by": "bob", "channel": "cli",
                   "at": "2026-11-21T05:00:00Z"}]}""");
        var result = flyball().run("status");
        assertThat(result.out()).contains("Killed: tool run_command since 2026-11-21T05:00:00Z, by bob on cli: see 12");
    }
}
