package io.flyball.console.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.console.kit.Http;
import io.flyball.console.kit.RunningConsole;
import io.flyball.console.kit.TopicReader;
import io.flyball.contract.Alert;
import io.flyball.contract.AlertStatus;
import io.flyball.localstack.NeighbourKind;
import io.flyball.platform.wire.RegistryWire;
import io.flyball.schemas.Topics;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS})
@DisplayName("ING-1 alerts from HTTP to their topic")
class AlertsIT {
    private static RunningConsole console;
    private static TopicReader<Alert> topic;
    private static Http http;

    @BeforeAll
    static void start(SharedNeighbours neighbours) {
        console = RunningConsole.start(neighbours, "--flyball.ingress.rate.burst=20000");
        topic = new TopicReader<>(neighbours, Topics.ALERTS, Alert.class);
        http = console.http();
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    private static String unique(String file) throws IOException {
        return Files.readString(Path.of("src/test/resources/alertmanager", file))
                .replace("3f1c6ad2b5e00871", UUID.randomUUID().toString())
                .replace("\"job\": \"search\"", "\"job\": \"" + UUID.randomUUID() + "\"");
    }

    private static List<TopicReader.Read<Alert>> withIds(Http.Answer answer) {
        List<String> ids = new ArrayList<>();
        answer.json().path("ids").forEach(id -> ids.add(id.asString()));
        // Several alerts are one transaction, and a commit that is acknowledged shows on the topic a moment later.
        Await.that("all that was accepted is on the topic")
                .until(() -> topic.all(alert -> ids.contains(alert.getId())).size() >= ids.size());
        return topic.all(alert -> ids.contains(alert.getId()));
    }

    @Test
    @DisplayName("SEC-5 a secret that an alert carries in several places is on no topic, by either door")
    void aCanaryIsNotOnTheTopic() throws IOException {
        String canary = "Ochre-" + UUID.randomUUID().toString().substring(0, 8) + "-heron";
        String body = unique("firing-two.json")
                .replaceFirst(
                        "\"annotations\": *\\{",
                        "\"annotations\": {\"leak\": \"postgres://app:" + canary + "@db:5432/app\", \"again\": \"tried "
                                + canary + "\",");
        assertThat(body).contains(canary);

        List<TopicReader.Read<Alert>> read = withIds(http.post("/webhooks/alertmanager", body));

        // Two alerts, in any order.
        assertThat(read)
                .anySatisfy(one -> assertThat(one.record().getAnnotations()).containsKeys("leak", "again"));
        assertThat(topic.all(alert -> alert.toString().contains(canary))).isEmpty();
    }

    @Test
    @DisplayName("ING-1 202 with the ids, when the records are on the topic")
    void acceptedAfterKafkaHasThem() throws IOException {
        Http.Answer answer = http.post("/webhooks/alertmanager", unique("firing-two.json"));
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().path("alerts").path(0).path("name").asString()).isEqualTo("HighErrorRate");
        assertThat(withIds(answer)).hasSize(2).allSatisfy(read -> {
            assertThat(read.message().key()).isEqualTo(read.record().getFingerprint());
            assertThat(RegistryWire.schemaId(read.message().value())).isPositive();
            assertThat(read.header("ce_specversion")).isEqualTo("1.0");
            assertThat(read.header("ce_source")).isEqualTo("/flyball/console");
            assertThat(read.header("ce_id")).isEqualTo(read.record().getId());
        });
    }

    @Test
    @DisplayName("ING-1 our own JSON, one or several")
    void ownJson() {
        Http.Answer one = http.post("/alerts", "{\"name\":\"DiskFull\",\"service\":\"db\"}");
        Http.Answer several = http.post("/alerts", "[{\"name\":\"A\"},{\"name\":\"B\",\"status\":\"resolved\"}]");
        assertThat(one.status()).isEqualTo(202);
        assertThat(withIds(one))
                .singleElement()
                .satisfies(read -> assertThat(read.record().getService()).isEqualTo("db"));
        assertThat(withIds(several))
                .extracting(read -> read.record().getStatus())
                .containsExactlyInAnyOrder(AlertStatus.FIRING, AlertStatus.RESOLVED);
    }

    @Test
    @DisplayName("ING-6 nothing is half-written: one wrong alert refuses its whole body")
    void oneWrongAlertRefusesAll() {
        String name = "N" + UUID.randomUUID();
        Http.Answer answer =
                http.post("/alerts", "[{\"name\":\"" + name + "\"},{\"name\":\"" + name + "\",\"startsAt\":\"soon\"}]");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("status").asInt()).isEqualTo(400);
        assertThat(answer.json().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/1/startsAt");
        assertThat(answer.json().path("errors").path(0).path("expected").asString())
                .contains("2026-11-20T23:44:43.736Z");
        assertThat(topic.all(alert -> alert.getName().equals(name))).isEmpty();
    }

    @Test
    @DisplayName("ING-6 400 for what is no JSON, naming the place")
    void noJson() {
        Http.Answer answer = http.post("/webhooks/alertmanager", "{\"alerts\": [}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").path(0).path("found").asString())
                .contains("line 1");
        assertThat(http.post("/webhooks/alertmanager", "").status()).isEqualTo(400);
    }

    @Test
    @DisplayName("ING-6 413 over 1 MiB, with and without a length, and not before")
    void tooLarge() {
        String prefix = "{\"name\":\"Large\",\"annotations\":{\"text\":\"";
        String most = prefix + "x".repeat(1024 * 1024 - prefix.length() - 3) + "\"}}";
        assertThat(http.post("/alerts", most + " ").status()).isEqualTo(413);
        byte[] bytes = (most + " ").getBytes(StandardCharsets.UTF_8);
        Http.Answer chunked = http.send(
                "POST",
                "/alerts",
                HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(bytes)));
        assertThat(chunked.status()).isEqualTo(413);
        assertThat(chunked.header("Content-Type")).startsWith("application/problem+json");
        String fits = prefix + "x".repeat(900 * 1024) + "\"}}";
        assertThat(http.post("/alerts", fits).status()).isEqualTo(202);
    }

    @Test
    @DisplayName(
            "ING-6 413 to Alertmanager says what helps there, whether bytes or alerts are too many; nothing is written")
    void tooLargeForAlertmanager() {
        String name = "N" + UUID.randomUUID();
        String alert = "{\"labels\":{\"alertname\":\"" + name + "\"}}";
        String many = "{\"alerts\":[" + String.join(",", java.util.Collections.nCopies(1_001, alert)) + "]}";
        String large = "{\"alerts\":[" + String.join(",", java.util.Collections.nCopies(20_000, alert)) + "]}";
        for (String body : List.of(many, large)) {
            Http.Answer answer = http.post("/webhooks/alertmanager", body);
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            assertThat(answer.json().path("detail").asString()).contains("max_alerts", "group_by");
        }
        assertThat(topic.all(read -> read.getName().equals(name))).isEmpty();
    }

    @Test
    @DisplayName("ING-6 401 without a valid token")
    void noToken() {
        for (Http stranger : List.of(http.anonymous(), http.withToken("wrong"))) {
            Http.Answer answer = stranger.post("/webhooks/alertmanager", "{}");
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        }
    }

    @Test
    @DisplayName("ING-4 10,000 alerts at once: each is accepted and on the topic")
    void aStormLosesNothing() throws Exception {
        String storm = "storm-" + UUID.randomUUID();
        long begun = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(24)) {
            List<Callable<Http.Answer>> posts = IntStream.range(0, 10_000)
                    .<Callable<Http.Answer>>mapToObj(i -> () -> http.post(
                            "/alerts",
                            "{\"name\":\"" + storm + "\",\"service\":\"s" + i % 50 + "\",\"fingerprint\":\"" + storm + i
                                    + "\"}"))
                    .toList();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Http.Answer> answer : threads.invokeAll(posts)) {
                statuses.add(answer.get().status());
            }
            assertThat(statuses).hasSize(10_000).containsOnly(202);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf("10,000 alerts accepted in %.1f s%n", seconds);
        assertThat(topic.all(alert -> alert.getName().equals(storm)).stream()
                        .map(read -> read.record().getFingerprint())
                        .collect(Collectors.toSet()))
                .hasSize(10_000);
    }
}
