package io.flyball.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("All four neighbours as real processes")
class NeighboursIT {

    private static final String SUBJECT = "/apis/ccompat/v7/subjects/kept-value/versions";

    @TempDir
    static Path data;

    static final Ports ports = Ports.free();
    static final List<Neighbour> ready = new ArrayList<>();
    static Neighbours neighbours;

    @BeforeAll
    static void start() {
        neighbours = Neighbours.start(Fixture.settings(data, ports, true, NeighbourKind.values()), ready::add);
        ready.forEach(neighbour -> System.out.printf(
                "%s: ready after %d ms, %d MB%n",
                neighbour.name(), neighbour.readyAfter().toMillis(), Memory.megabytesOf(neighbour.pid())));
    }

    @AfterAll
    static void stop() {
        neighbours.close();
        assertThat(ready).noneMatch(Neighbour::alive);
        assertThat(new PortCheck().taken(allPorts())).isEmpty();
    }

    @Test
    void eachIsToldOfOnceAndIsThere() {
        assertThat(ready).extracting(Neighbour::kind).containsExactlyInAnyOrder(NeighbourKind.values());
        assertThat(ready).allSatisfy(neighbour -> {
            assertThat(neighbour.alive()).isTrue();
            assertThat(neighbour.readyAfter()).isPositive();
            assertThat(neighbour.log()).isNotEmptyFile();
        });
    }

    @Test
    @DisplayName("A record survives kill -9 of the broker")
    void aRecordSurvivesACrashOfTheBroker() throws Exception {
        var broker = neighbours.get(NeighbourKind.BROKER);
        var records = new Records(broker.url().getAuthority());
        records.createTopic("crash");
        records.write("crash", "before the crash");
        var before = broker.pid();

        broker.kill();
        assertThat(broker.alive()).isFalse();
        broker.restart();

        System.out.printf("broker: back after %d ms%n", broker.readyAfter().toMillis());
        assertThat(broker.pid()).isNotEqualTo(before);
        assertThat(records.read("crash")).containsExactly("before the crash");
    }

    @Test
    @DisplayName("A durable registry and Redis have their data after kill -9")
    void aDurableRegistryAndRedisKeepTheirData() throws Exception {
        var redis = neighbours.get(NeighbourKind.REDIS);
        var registry = neighbours.get(NeighbourKind.REGISTRY);
        assertThat(RedisLine.ask(redis.url(), "SET kept yes")).isEqualTo("+OK");
        assertThat(register(registry.url()).statusCode()).isEqualTo(200);

        Stream.of(redis, registry).forEach(Neighbour::kill);
        Stream.of(redis, registry).forEach(Neighbour::restart);

        assertThat(RedisLine.ask(redis.url(), "STRLEN kept")).isEqualTo(":3");
        assertThat(get(registry.url().resolve(SUBJECT)).body()).isEqualTo("[1]");
    }

    @Test
    @DisplayName("The tracing back end gives back the span that it was sent")
    void tracingGivesBackASpan() throws Exception {
        var zipkin = neighbours.get(NeighbourKind.TRACING).url();
        var span = """
                [{"traceId":"463ac35c9f6413ad48485a3953bb6124","id":"a2fb4a1d1a96d312","name":"step",
                  "timestamp":%d,"duration":10,"localEndpoint":{"serviceName":"test"}}]
                """.formatted(System.currentTimeMillis() * 1_000);
        assertThat(post(zipkin.resolve("/api/v2/spans"), span).statusCode()).isEqualTo(202);
        assertThat(get(zipkin.resolve("/api/v2/trace/463ac35c9f6413ad48485a3953bb6124"))
                        .body())
                .contains("a2fb4a1d1a96d312");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    @DisplayName("Nothing listens outside loopback, and nothing on another port")
    void nothingListensOutsideLoopback() throws IOException {
        var listeners = Listeners.of(ready.stream().map(Neighbour::pid).toList());
        assertThat(listeners).extracting(Listeners.Listener::port).containsExactlyInAnyOrderElementsOf(allPorts());
        assertThat(listeners).allMatch(Listeners.Listener::loopback);
    }

    @Test
    @DisplayName("A second start on the same ports says who holds each of them, and starts nothing")
    void aStartOnTakenPortsSaysWhoHoldsThem(@TempDir Path other) {
        var again = Fixture.settings(other, ports, false, NeighbourKind.values());
        assertThatThrownBy(() -> Neighbours.start(again, _ -> {}))
                .isInstanceOf(NeighbourFailed.class)
                .hasMessageContaining("port " + ports.broker() + " is taken by process "
                        + neighbours.get(NeighbourKind.BROKER).pid())
                .hasMessageContaining("-Dflyball.neighbour=broker")
                .hasMessageContaining("port " + ports.redis());
        assertThat(other).isEmptyDirectory();
    }

    private static List<Integer> allPorts() {
        return Stream.of(NeighbourKind.values())
                .flatMap(kind -> ports.of(kind).stream())
                .toList();
    }

    private static HttpResponse<String> register(URI registry) throws IOException, InterruptedException {
        return post(registry.resolve(SUBJECT), "{\"schema\":\"\\\"string\\\"\"}");
    }

    private static HttpResponse<String> post(URI uri, String json) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    private static HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }
}
