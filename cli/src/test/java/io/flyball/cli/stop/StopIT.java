package io.flyball.cli.stop;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.cli.CommandLineUnderTest;
import io.flyball.cli.ConsoleStandIn;
import io.flyball.cli.output.Json;
import io.flyball.localstack.NeighbourKind;
import io.flyball.platform.stop.StopState;
import io.flyball.platform.stop.StopValue;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@DisplayName("STOP-8 the emergency stop from the command line, on real Redis")
@WithNeighbours(NeighbourKind.REDIS)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StopIT {
    private static final String NOBODY = "127.0.0.1:9";

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
    void nothingStopped() {
        console = new ConsoleStandIn();
        redis.set(StopValue.KEY, "{\"active\":false}");
    }

    @AfterEach
    void closeConsole() {
        console.close();
    }

    private CommandLineUnderTest flyball() {
        return new CommandLineUnderTest().with("FLYBALL_REDIS_URL", redisUrl).with("FLYBALL_URL", console.url());
    }

    @Test
    @DisplayName("STOP-1 STOP-8 with the console dead the key is set all the same, and subscribers hear of it")
    void consoleDead() throws InterruptedException {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        try (var subscription = client.connectPubSub()) {
            subscription.addListener(new RedisPubSubAdapter<>() {
                @Override
                public void message(String channel, String message) {
                    heard.add(message);
                }
            });
            subscription.sync().subscribe(StopValue.CHANNEL);

            var result = flyball().with("FLYBALL_URL", "http://" + NOBODY).run("stop", "--reason", "wrong service");

            assertThat(result.exitCode()).isZero();
            assertThat(result.out()).isEqualTo("EMERGENCY STOP IS ON: wrong service\n");
            assertThat(result.err()).contains("The console was not told");
            assertThat(heard.poll(120, TimeUnit.SECONDS)).contains("wrong service");
        }
        assertThat(StopValue.read(redis.get(StopValue.KEY)))
                .isEqualTo(new StopState.Stopped(StopValue.KEY, "wrong service", "ann", "2026-11-21T06:00:00Z"));
    }

    @Test
    @DisplayName("STOP-8 Redis first, then the console, with reason, person and channel")
    void redisThenConsole() {
        console.on("POST /api/stop", asked -> {
            assertThat(StopValue.read(redis.get(StopValue.KEY)).mayAct()).isFalse();
            return ConsoleStandIn.Answer.json("{\"active\": true, \"known\": true}");
        });

        var result = flyball().run("stop", "--reason", "r", "-o", "json");

        assertThat(result.exitCode()).isZero();
        assertThat(Json.parse(result.out()).path("redis").asBoolean()).isTrue();
        assertThat(Json.parse(result.out()).path("console").asBoolean()).isTrue();
        assertThat(console.last("POST /api/stop").body())
                .isEqualTo("{\"reason\":\"r\",\"by\":\"ann\",\"channel\":\"cli\"}");
    }

    @Test
    @DisplayName("STOP-9 a stop waits for the receipts and tells it as confirmed only when all workers have answered")
    void receipts() {
        String missing = "{\"confirmed\": false, \"answers\": [], \"missing\": [{\"worker\": \"governor@a:7403\"}]}";
        String all = "{\"confirmed\": true, \"answers\": [{\"worker\": \"governor@a:7403\", \"tookMillis\": 12}]}";
        console.on("POST /api/stop", "{\"active\": true, \"recorded\": true, \"halt\": " + missing + "}");
        console.on("GET /api/stop", "{\"active\": true, \"halt\": " + missing + "}");
        assertThat(flyball().run("stop", "--reason", "r").out())
                .contains("NOT CONFIRMED: 1 of 1 workers have not answered: governor@a:7403");

        console.on("GET /api/stop", "{\"active\": true, \"halt\": " + all + "}");
        assertThat(flyball().run("stop", "--reason", "r").out())
                .contains("confirmed by all 1 live workers within 12 ms");
        var json = Json.parse(flyball().run("stop", "-o", "json").out());
        assertThat(json.at("/halt/confirmed").asBoolean()).isTrue();
    }

    @Test
    @DisplayName("STOP-10 a drill stops nothing and tells its figures; what is not proved ends with 1")
    void drill() {
        String key = redis.get(StopValue.KEY);
        String figures =
                "{\"proved\": true, \"at\": \"2026-11-28T09:00:00Z\", \"refusedMillis\": 2, \"receiptMillis\": {\"planner@a:1\": 31, \"tool-executor@a:2\": 48}, \"noOps\": 1, \"ended\": 1, \"missing\": []}";
        console.on("POST /api/stop/drill", figures);
        var result = flyball().run("stop", "--drill");
        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .isEqualTo("Drill: proved at 2026-11-28T09:00:00Z: refused after 2 ms, 2 receipts within 48 ms,"
                        + " 1 of 1 no-op actions ended\n");
        assertThat(redis.get(StopValue.KEY)).isEqualTo(key);

        console.on("POST /api/stop/drill", "{\"proved\": false, \"missing\": [\"planner@a:1\"]}");
        var failed = flyball().run("stop", "--drill");
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.out()).contains("NOT PROVED", "NOTHING WAS REFUSED", "no receipt from planner@a:1");
    }

    @Test
    @DisplayName("STOP-8 with Redis not reachable it says so loudly and still tells the console")
    void redisDead() {
        console.on("POST /api/stop", "{\"active\": true, \"known\": false}");

        var result = flyball().with("FLYBALL_REDIS_URL", "redis://" + NOBODY).run("stop");

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).contains("REDIS AT redis://" + NOBODY + " CANNOT BE REACHED");
        assertThat(console.asked()).hasSize(1);
    }

    @Test
    @DisplayName("STOP-8 with neither reachable the stop is not claimed to be on")
    void bothDead() {
        var result = flyball()
                .with("FLYBALL_REDIS_URL", "redis://" + NOBODY)
                .with("FLYBALL_URL", "http://" + NOBODY)
                .run("stop");

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("THE EMERGENCY STOP IS NOT SET");
    }

    @Test
    @DisplayName("STOP-5 a release goes through the console and wants a reason")
    void resume() {
        console.on("POST /api/resume", "{\"active\": false, \"known\": true}");

        assertThat(flyball().run("resume").exitCode()).isEqualTo(2);
        assertThat(flyball().run("resume", "--reason", "fixed").out()).isEqualTo("Emergency stop is off: fixed\n");
        assertThat(console.last("POST /api/resume").body()).contains("\"reason\":\"fixed\"");
    }

    @Test
    @DisplayName("STOP-12 with the console dead nothing is released: the key alone is no release")
    void resumeWithoutConsole() {
        redis.set(StopValue.KEY, "1");

        var result = flyball().with("FLYBALL_URL", "http://" + NOBODY).run("resume", "--reason", "fixed");

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.err()).contains("Nothing is released");
        assertThat(redis.get(StopValue.KEY)).isEqualTo("1");
    }

    @Test
    @DisplayName("STOP-5 with no stop on nothing is released, and with the console dead nobody can say that none is on")
    void nothingToRelease() {
        String key = redis.get(StopValue.KEY);

        var alone = flyball().with("FLYBALL_URL", "http://" + NOBODY).run("resume", "--reason", "why not");

        assertThat(alone.exitCode()).isEqualTo(3);
        assertThat(redis.get(StopValue.KEY)).isEqualTo(key);
        console.on("POST /api/resume", "{\"active\": false, \"known\": true, \"released\": false}");
        var told = flyball().run("resume", "--reason", "why not");
        assertThat(told.exitCode()).isZero();
        assertThat(told.out()).contains("no emergency stop to release");
    }

    @Test
    @DisplayName("STOP-5 a console that refuses a release is not gone around")
    void refusedRelease() {
        redis.set(StopValue.KEY, "1");
        console.on("POST /api/resume", _ -> ConsoleStandIn.Answer.problem(403, "{\"detail\": \"not your role\"}"));

        assertThat(flyball().run("resume", "--reason", "x").exitCode()).isEqualTo(6);
        assertThat(StopValue.read(redis.get(StopValue.KEY)).mayAct()).isFalse();
    }

    @Test
    @DisplayName("STOP-8 status reads the key itself while the console is dead")
    void statusWithoutConsole() {
        redis.set(StopValue.KEY, "{\"active\":true,\"reason\":\"r\",\"activated_by\":\"bob\",\"activated_at\":\"t\"}");

        var result = flyball().with("FLYBALL_URL", "http://" + NOBODY).run("status", "-o", "json");

        var stop = Json.parse(result.out()).path("stop");
        assertThat(stop.toString())
                .isEqualTo("{\"active\":true,\"known\":true,\"reason\":\"r\",\"by\":\"bob\",\"at\":\"t\"}");
        assertThat(result.exitCode()).isEqualTo(3);
    }
}
