package io.flyball.drills.load;

import io.flyball.drills.check.Evidence.Accepted;
import io.flyball.drills.load.Orders.Order;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The console as whoever sends alerts knows it: what was not accepted is sent again, with the same name. */
final class Door {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration ONE_ANSWER = Duration.ofSeconds(45);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration BEFORE_AGAIN = Duration.ofMillis(100);
    private static final int ACCEPTED = 202;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final URI console;
    private final String token;

    Door(URI console, String token) {
        this.console = console;
        this.token = token;
    }

    /**
     * Returns when it is accepted.
     *
     * @throws IllegalStateException if it is refused for good, or nobody answers for minutes
     */
    Accepted send(Order order, URI effects) throws InterruptedException {
        HttpRequest request = order.byAlert() ? alert(order, effects) : run(order, effects);
        long began = System.nanoTime();
        String last = "";
        while (System.nanoTime() - began < PATIENCE.toNanos()) {
            try {
                HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
                if (answer.statusCode() == ACCEPTED) {
                    String id = order.byAlert()
                            ? ""
                            : JSON.readTree(answer.body()).path("id").asString();
                    return new Accepted(order.key(), id);
                }
                last = answer.statusCode() + " " + answer.body();
                if (answer.statusCode() < 429) {
                    throw new IllegalStateException("the console refuses " + order + ": " + last);
                }
            } catch (IOException e) {
                last = e.toString();
            }
            Thread.sleep(BEFORE_AGAIN);
        }
        throw new IllegalStateException("the console did not accept " + order + ": " + last);
    }

    private HttpRequest run(Order order, URI effects) {
        Map<String, Object> body = Map.of(
                "goal",
                "make the effect " + order.key(),
                "agent",
                "drill",
                "environment",
                "drill",
                "inputs",
                Map.of("key", order.key(), "server", effects.toString()));
        return post("/runs", body).header("Idempotency-Key", order.key()).build();
    }

    /** Every alert is about a service of its own, so that none joins another's run. */
    private HttpRequest alert(Order order, URI effects) {
        Map<String, Object> body = Map.of(
                "name",
                "FlyballDrill",
                "source",
                "drill",
                "fingerprint",
                order.key(),
                "service",
                order.key(),
                "environment",
                "drill",
                "severity",
                "warning",
                "labels",
                Map.of("key", order.key()),
                "annotations",
                Map.of("server", effects.toString()));
        return post("/alerts", body).build();
    }

    private HttpRequest.Builder post(String path, Map<String, Object> body) {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(console.resolve(path))
                .timeout(ONE_ANSWER)
                .header("Authorization", "Bearer " + token);
    }

    /** Approves whatever waits for it; what cannot be asked or answered now waits on. */
    void approveAll() throws InterruptedException {
        try {
            for (String id : pending()) {
                http.send(
                        post("/api/approvals/" + id + "/approve", Map.of("by", "drill", "channel", "api"))
                                .build(),
                        BodyHandlers.discarding());
            }
        } catch (IOException _) {
            // The console is down, or on its way down.
        }
    }

    private List<String> pending() throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request("/api/approvals").GET().build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            return List.of();
        }
        return JSON.readTree(answer.body())
                .valueStream()
                .filter(approval -> approval.path("state").asString("").equals("PENDING"))
                .map((JsonNode approval) -> approval.path("id").asString())
                .toList();
    }
}
