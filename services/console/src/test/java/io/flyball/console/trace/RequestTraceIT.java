package io.flyball.console.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.console.kit.Http;
import io.flyball.console.kit.RunningConsole;
import io.flyball.console.kit.TopicReader;
import io.flyball.contract.Alert;
import io.flyball.localstack.NeighbourKind;
import io.flyball.schemas.Topics;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS, NeighbourKind.TRACING})
@DisplayName("CON-3 the trace of what comes in begins at the door")
class RequestTraceIT {
    private static RunningConsole console;
    private static TopicReader<Alert> topic;
    private static String zipkin;

    @BeforeAll
    static void start(SharedNeighbours neighbours) {
        zipkin = neighbours.zipkinUrl();
        console = RunningConsole.start(neighbours, "--flyball.connection.zipkin=" + zipkin);
        topic = new TopicReader<>(neighbours, Topics.ALERTS, Alert.class);
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    private static String[] traceparentOf(Http.Answer accepted) {
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
        String id = accepted.json().path("ids").path(0).asString();
        // Several alerts are one transaction, and a commit that is acknowledged shows on the topic a moment later.
        Await.that("the alert is on its topic")
                .until(() -> !topic.all(alert -> alert.getId().equals(id)).isEmpty());
        return topic.all(alert -> alert.getId().equals(id))
                .getFirst()
                .header("traceparent")
                .split("-");
    }

    private static JsonNode spans(String traceId) {
        try {
            var connection = (HttpURLConnection)
                    URI.create(zipkin + "/api/v2/trace/" + traceId).toURL().openConnection();
            if (connection.getResponseCode() != 200) {
                return new JsonMapper().createArrayNode();
            }
            try (InputStream body = connection.getInputStream()) {
                return new JsonMapper().readTree(body);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aRequestOfItsOwnBeginsATrace() {
        Http.Answer answer =
                console.http().post("/webhooks/alertmanager", "{\"alerts\":[{\"labels\":{\"alertname\":\"A\"}}]}");
        String[] header = traceparentOf(answer);
        Await.that("the span is in the tracing back end")
                .until(() -> !spans(header[1]).isEmpty());
        JsonNode span = spans(header[1]).path(0);
        assertThat(span.path("id").asString()).isEqualTo(header[2]);
        assertThat(span.path("kind").asString()).isEqualTo("SERVER");
        assertThat(span.path("name").asString()).isEqualTo("post /webhooks/alertmanager");
        assertThat(span.path("localEndpoint").path("serviceName").asString()).isEqualTo("console");
        assertThat(span.path("tags").path("http.response.status_code").asString())
                .isEqualTo("202");
        assertThat(span.has("parentId")).isFalse();
    }

    @Test
    void aRequestThatBelongsToATraceGoesOnWithIt() {
        byte[] random = new byte[16];
        new Random().nextBytes(random);
        String traceId = HexFormat.of().formatHex(random);
        Http.Answer answer = console.http()
                .post(
                        "/alerts",
                        "[{\"name\":\"A\"},{\"name\":\"B\"}]",
                        "traceparent",
                        "00-" + traceId + "-b7ad6b7169203331-01");
        String[] header = traceparentOf(answer);
        assertThat(header[1]).isEqualTo(traceId);
        assertThat(header[2]).isNotEqualTo("b7ad6b7169203331");
        Await.that("the span is in the tracing back end")
                .until(() -> !spans(traceId).isEmpty());
        assertThat(spans(traceId).path(0).path("parentId").asString()).isEqualTo("b7ad6b7169203331");
    }
}
