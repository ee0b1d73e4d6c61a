package io.flyball.console.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.console.kit.Http;
import io.flyball.console.kit.RunningConsole;
import io.flyball.console.kit.TopicReader;
import io.flyball.console.signature.Hmac;
import io.flyball.console.sources.Sources;
import io.flyball.contract.Alert;
import io.flyball.contract.AlertStatus;
import io.flyball.localstack.NeighbourKind;
import io.flyball.schemas.Topics;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS})
@DisplayName("ING-1 alerts of every source from HTTP to their topic")
class SourcesIT {
    private static final String TOPIC = "arn:aws:sns:eu-west-1:111122223333:listed";

    private static RunningConsole console;
    private static TopicReader<Alert> topic;
    private static Http http;

    @BeforeAll
    static void start(SharedNeighbours neighbours) {
        console = RunningConsole.start(
                neighbours,
                "--flyball.sources.keys.pagerduty.values=pd-old,pd-new",
                "--flyball.sources.keys.sentry.values=sentry-key",
                "--flyball.sources.keys.datadog.values=dd-key",
                "--flyball.sources.keys.generic.values=gen-old,gen-new",
                "--flyball.sources.keys.alertmanager.values=am-key",
                "--flyball.sources.topics=" + TOPIC,
                "--flyball.ingress.rate.burst=20000");
        topic = new TopicReader<>(neighbours, Topics.ALERTS, Alert.class);
        http = console.http();
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    private static String incident(String id, String event) {
        return """
                {"event": {"id": "E1", "event_type": "%s", "resource_type": "incident", "occurred_at": "2026-11-20T10:00:00Z",
                "data": {"id": "%s", "type": "incident", "title": "Queue grows", "urgency": "high", "service": {"summary": "billing"}}}}""".formatted(event, id);
    }

    private static String signed(String body, String key) {
        return "v1=" + Hmac.of(key, body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("ING-1 PagerDuty's incident begins and ends as one condition")
    void beginsAndEnds() {
        String id = "P" + UUID.randomUUID();
        for (String event : List.of("incident.triggered", "incident.resolved")) {
            String body = incident(id, event);
            Http.Answer answer =
                    http.anonymous().post("/webhooks/pagerduty", body, "X-PagerDuty-Signature", signed(body, "pd-new"));
            assertThat(answer.status()).as(answer.text()).isEqualTo(202);
            assertThat(answer.json().path("alerts").path(0).path("fingerprint").asString())
                    .isEqualTo("pagerduty:" + id);
        }
        Await.that("both are on the topic").until(() -> of(id).size() == 2);
        assertThat(of(id)).allSatisfy(alert -> {
            assertThat(alert.getService()).isEqualTo("billing");
            assertThat(alert.getSource()).isEqualTo("pagerduty");
            assertThat(alert.getSeverity()).isEqualTo("critical");
        });
        assertThat(of(id))
                .extracting(Alert::getStatus)
                .containsExactlyInAnyOrder(AlertStatus.FIRING, AlertStatus.RESOLVED);
    }

    private static List<Alert> of(String id) {
        return topic.all(alert -> alert.getFingerprint().equals("pagerduty:" + id)).stream()
                .map(TopicReader.Read::record)
                .toList();
    }

    @Test
    @DisplayName("ING-11 a wrong signature is 401 and says what to set, also beside a token; none at all is 401")
    void wrongSignature() {
        String body = incident("P1", "incident.triggered");
        for (Http sender : List.of(http, http.anonymous())) {
            Http.Answer wrong =
                    sender.post("/webhooks/pagerduty", body, "X-PagerDuty-Signature", signed(body, "guess"));
            assertThat(wrong.status()).isEqualTo(401);
            assertThat(wrong.header("Content-Type")).startsWith("application/problem+json");
            assertThat(wrong.json().path("detail").asString())
                    .contains("flyball.sources.keys.pagerduty.file", "flyball alerts sources pagerduty");
        }
        assertThat(http.anonymous().post("/webhooks/pagerduty", body).status()).isEqualTo(401);
        assertThat(http.anonymous().post("/webhooks/sentry", "{}").status()).isEqualTo(401);
        assertThat(http.anonymous().post("/webhooks/cloudwatch", "{}").status()).isEqualTo(401);
        assertThat(http.anonymous().post("/webhooks/grafana", "{}").status()).isEqualTo(401);
        assertThat(http.anonymous().post("/webhooks/datadog", "{}").status()).isEqualTo(401);
    }

    @Test
    @DisplayName(
            "ING-11 a sender of one's own may sign its body with the time, by either of two keys; what is changed or old is 401")
    void signedByOnesOwn() {
        String body =
                "{\"name\": \"Disk\", \"status\": \"firing\", \"fingerprint\": \"%s\"}".formatted(UUID.randomUUID());
        long now = Instant.now().getEpochSecond();
        for (String key : List.of("gen-old", "gen-new")) {
            assertThat(signedAt(now, key, body, body)).isEqualTo(202);
        }
        assertThat(signedAt(now, "guess", body, body)).isEqualTo(401);
        assertThat(signedAt(now, "gen-new", body, body.replace("Disk", "Disc"))).isEqualTo(401);
        assertThat(signedAt(now - 3_600, "gen-new", body, body)).isEqualTo(401);
        assertThat(http.anonymous().post("/webhooks/generic", body).status()).isEqualTo(401);
    }

    private static int signedAt(long seconds, String key, String signed, String sent) {
        String signature = "v1=" + Hmac.of(key, (seconds + "." + signed).getBytes(StandardCharsets.UTF_8));
        return http.anonymous()
                .post(
                        "/webhooks/generic",
                        sent,
                        "X-Flyball-Signature",
                        signature,
                        "X-Flyball-Timestamp",
                        Long.toString(seconds))
                .status();
    }

    @Test
    @DisplayName("ING-11 a source's secret opens its own address, as a bearer token or a password, and no other")
    void ownSecret() {
        String body = "{\"alert_id\": \"7\", \"alert_transition\": \"Triggered\", \"title\": \"[Triggered] Disk\"}";
        String basic = "Basic " + Base64.getEncoder().encodeToString("any:dd-key".getBytes(StandardCharsets.UTF_8));
        Http stranger = http.anonymous();
        assertThat(stranger.post("/webhooks/datadog", body, "Authorization", "Bearer dd-key")
                        .status())
                .isEqualTo(202);
        assertThat(stranger.post("/webhooks/datadog", body, "Authorization", basic)
                        .status())
                .isEqualTo(202);
        assertThat(stranger.post(
                                "/webhooks/alertmanager",
                                "{\"labels\": {\"alertname\": \"A\"}}",
                                "Authorization",
                                "Bearer am-key")
                        .status())
                .isEqualTo(202);
        for (String other : List.of(
                "/webhooks/opsgenie",
                "/webhooks/alertmanager",
                "/webhooks/deployments",
                "/alerts",
                "/runs",
                "/api/stop",
                "/webhooks/datadog/",
                "/webhooks//datadog")) {
            assertThat(stranger.post(other, body, "Authorization", "Bearer dd-key")
                            .status())
                    .as(other)
                    .isIn(400, 401, 404);
        }
        assertThat(stranger.get("/api/runs", "Authorization", "Bearer dd-key").status())
                .isEqualTo(401);
    }

    @Test
    @DisplayName(
            "ING-11 Amazon's topics are confirmed only when they are listed, and certificates count only from Amazon")
    void amazon() {
        String confirm = """
                {"Type": "SubscriptionConfirmation", "TopicArn": "arn:aws:sns:eu-west-1:9:other", "Token": "t", "MessageId": "m", "Message": "m",
                "Timestamp": "2026-11-20T10:00:00Z", "SignatureVersion": "1", "Signature": "AA==",
                "SubscribeURL": "https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription",
                "SigningCertURL": "https://sns.eu-west-1.amazonaws.com/c.pem"}""";
        for (Http sender : List.of(http, http.anonymous())) {
            Http.Answer unlisted = sender.post("/webhooks/cloudwatch", confirm);
            assertThat(unlisted.status()).isEqualTo(403);
            assertThat(unlisted.json().path("detail").asString()).contains("flyball.sources.topics");
        }
        for (String address : List.of(
                "https://sns.eu-west-1.amazonaws.com.evil.example/c.pem",
                "http://sns.eu-west-1.amazonaws.com/c.pem",
                "https://x@sns.eu-west-1.amazonaws.com/c.pem",
                "https://s3.eu-west-1.amazonaws.com/c.pem",
                "https://127.0.0.1/c.pem")) {
            String elsewhere = confirm.replace("arn:aws:sns:eu-west-1:9:other", TOPIC)
                    .replace("https://sns.eu-west-1.amazonaws.com/c.pem", address);
            assertThat(http.post("/webhooks/cloudwatch", elsewhere).status())
                    .as(address)
                    .isEqualTo(401);
        }
        String subscribeElsewhere = confirm.replace("arn:aws:sns:eu-west-1:9:other", TOPIC)
                .replace("https://sns.eu-west-1.amazonaws.com/?", "https://10.0.0.1/?");
        assertThat(http.post("/webhooks/cloudwatch", subscribeElsewhere).status())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("ING-6 a test opens nothing with 200; what is no alert of the source is 400; an unknown source is 404")
    void otherAnswers() {
        Http.Answer ping =
                http.post("/webhooks/pagerduty", "{\"event\": {\"event_type\": \"pagey.ping\", \"data\": {}}}");
        assertThat(ping.status()).isEqualTo(200);
        assertThat(ping.json().path("ids").isEmpty()).isTrue();
        assertThat(ping.json().path("detail").asString()).contains("test button");
        Http.Answer none = http.post("/webhooks/grafana", "{\"condition\": \"B\"}");
        assertThat(none.status()).isEqualTo(400);
        assertThat(none.json().path("errors").path(0).path("expected").asString())
                .contains("Grafana");
        Http.Answer unknown = http.post("/webhooks/nowhere", "{}");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.json().path("detail").asString()).contains("grafana", "alertmanager");
        assertThat(http.anonymous().post("/webhooks/nowhere", "{}").status()).isEqualTo(401);
    }

    @Test
    @DisplayName("ING-6 no body whatever is a fault of ours")
    void nothingIsAFault() {
        long seed = System.nanoTime();
        System.out.println("seed of the bodies: " + seed);
        var random = new Random(seed);
        List<String> names = List.copyOf(console.bean(Sources.class).names());
        for (int i = 0; i < 400; i++) {
            String name = names.get(random.nextInt(names.size()));
            String body = RandomBody.of(random);
            Http.Answer answer = http.post("/webhooks/" + name, body);
            assertThat(answer.status())
                    .as("seed %d, body %d to %s: %s answered %s", seed, i, name, body, answer.text())
                    .isIn(200, 202, 400, 401, 403, 413);
        }
    }

    @Test
    @DisplayName("ING-1 CloudEvents: a sender that asks first is told that it may send")
    void asksFirst() {
        Http.Answer answer = http.send(
                "OPTIONS",
                "/webhooks/cloudevents",
                HttpRequest.BodyPublishers.noBody(),
                "WebHook-Request-Origin",
                "bus.example");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("WebHook-Allowed-Origin")).isEqualTo("bus.example");
        assertThat(http.anonymous()
                        .send("OPTIONS", "/webhooks/cloudevents", HttpRequest.BodyPublishers.noBody())
                        .status())
                .isEqualTo(401);
    }

    static boolean bodiesAreThere() {
        return SharedAlertBodiesTest.isPresent();
    }

    @Test
    @EnabledIf(value = "bodiesAreThere", disabledReason = "FLYBALL_SHARED_DATA names no folder with alerts/")
    @DisplayName("ING-6 bodies that real systems have sent are no fault of ours at any address")
    void realBodiesAtAnyAddress() throws IOException {
        List<String> names = new ArrayList<>(console.bean(Sources.class).names());
        names.add("alertmanager");
        try (Stream<Path> files = Files.list(SharedAlertBodiesTest.folder())) {
            for (Path file : files.filter(it -> it.toString().endsWith(".json")).toList()) {
                for (String name : names) {
                    assertThat(http.post("/webhooks/" + name, Files.readString(file))
                                    .status())
                            .as("%s to %s", file.getFileName(), name)
                            .isIn(200, 202, 400, 403);
                }
            }
        }
    }
}
