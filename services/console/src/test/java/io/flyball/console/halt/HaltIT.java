package io.flyball.console.halt;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.console.kit.Http;
import io.flyball.console.kit.RunningConsole;
import io.flyball.localstack.NeighbourKind;
import io.flyball.platform.redis.Redis;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@DisplayName("STOP-9 receipts of processes of their own, on real Kafka and Redis")
@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HaltIT {
    private static final Map<String, String> REASON = Map.of("reason", "drill", "by", "ann");

    private final List<Process> workers = new ArrayList<>();
    private SharedNeighbours neighbours;
    private RunningConsole console;
    private Http http;

    @TempDir
    private Path folder;

    @BeforeAll
    void start(SharedNeighbours shared) {
        neighbours = shared;
        console = RunningConsole.start(
                shared, "--flyball.catalogue.directory=../../catalogue", "--flyball.halt.sign-every=1s");
        http = console.http();
    }

    @AfterAll
    void stop() {
        console.close();
    }

    @AfterEach
    void end() throws InterruptedException {
        workers.forEach(Process::destroy);
        for (Process worker : workers) {
            worker.waitFor();
        }
        console.release();
    }

    @Test
    @Order(1)
    @DisplayName(
            "STOP-9 a frozen worker is named until it goes on; a stop is confirmed only when all have answered, each order anew")
    void frozen() throws Exception {
        Process one = worker();
        Process other = worker();
        stopped();
        Await.that("both have answered").until(() -> answered().containsAll(Set.of(name(one), name(other))));
        assertThat(halt().path("confirmed").asBoolean()).isTrue();
        console.release();
        Await.that("the release is confirmed, too")
                .until(() -> halt().path("confirmed").asBoolean());

        signal("STOP", other);
        stopped();
        Await.that("one has answered").until(() -> answered().contains(name(one)));
        assertThat(halt().path("confirmed").asBoolean()).isFalse();
        Await.that("the other is named as silent").until(() -> silent().equals(Set.of(name(other))));
        console.bean(Redis.class).commands().flushall();
        assertThat(halt().path("confirmed").asBoolean()).isFalse();
        assertThat(silent()).containsExactly(name(other));

        signal("CONT", other);
        Await.that("it has answered").until(() -> halt().path("confirmed").asBoolean());
        assertThat(answered()).contains(name(one), name(other));
    }

    @Test
    @Order(1)
    @DisplayName(
            "STOP-10 a drill holds nothing, leaves nothing on and keeps its figures; where no executor takes part it proves nothing")
    void drill() throws Exception {
        console.release();
        Process one = worker();
        Await.that("it is there").until(() -> answered().contains(name(one)));
        JsonNode figures = http.post("/api/stop/drill", "{}").json();
        assertThat(figures.path("proved").asBoolean()).as(figures.toString()).isFalse();
        assertThat(figures.path("noOps").asInt()).isZero();
        assertThat(figures.path("refusedMillis").isNumber()).isTrue();
        assertThat(figures.path("receiptMillis").size()).isEqualTo(1);
        JsonNode after = http.get("/api/stop").json();
        assertThat(after.path("active").asBoolean()).isFalse();
        assertThat(after.path("switches").isEmpty()).isTrue();
        assertThat(http.get("/api/stop/drill").json().path("last")).isEqualTo(figures);

        stopped();
        assertThat(http.post("/api/stop/drill", "{}").status()).isEqualTo(409);
    }

    /** The last one, as it leaves a worker behind that said no farewell. */
    @Test
    @Order(2)
    @DisplayName(
            "STOP-9 who starts under a stop answers it; who ends in order is waited for no longer, who is killed is named")
    void comingAndGoing() throws Exception {
        Process one = worker();
        stopped();
        Await.that("it has answered").until(() -> answered().contains(name(one)));
        Process other = worker();
        Await.that("so has the other").until(() -> answered().contains(name(other)));

        one.destroy();
        assertThat(one.waitFor()).isNotZero();
        Await.that("it is gone").until(() -> !answered().contains(name(one)));
        other.destroyForcibly().waitFor();
        stopped();
        Await.that("the killed one is named").until(() -> silent().contains(name(other)));
        assertThat(halt().path("confirmed").asBoolean()).isFalse();
    }

    private void stopped() {
        JsonNode answer = http.post("/api/stop", REASON).json();
        assertThat(answer.path("recorded").asBoolean()).isTrue();
    }

    private JsonNode halt() {
        return http.get("/api/stop").json().path("halt");
    }

    private Set<String> answered() {
        return names(halt().path("answers"), false);
    }

    private Set<String> silent() {
        return names(halt().path("missing"), true);
    }

    private static Set<String> names(JsonNode list, boolean silentOnly) {
        Set<String> names = new TreeSet<>();
        list.forEach(one -> {
            if (!silentOnly || one.path("silent").asBoolean()) {
                names.add(pid(one.path("worker").asString()));
            }
        });
        return names;
    }

    /** Without a web server its process is its place. */
    private static String name(Process worker) {
        return "p" + worker.pid();
    }

    private static String pid(String place) {
        return place.substring(place.lastIndexOf(':') + 1);
    }

    private Process worker() throws IOException {
        Process worker = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=io.flyball.contract",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.flyball.loneworker.LoneWorker",
                        "--flyball.connection.kafka=" + neighbours.bootstrapServers(),
                        "--flyball.connection.registry=" + neighbours.registryUrl(),
                        "--flyball.connection.redis=" + neighbours.redisUrl(),
                        "--flyball.security.token-file=" + folder.resolve("token"),
                        "--flyball.halt.sign-every=1s")
                .redirectErrorStream(true)
                .redirectOutput(new File("target/lone-worker-" + workers.size() + ".log"))
                .start();
        workers.add(worker);
        return worker;
    }

    private static void signal(String signal, Process process) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }
}
