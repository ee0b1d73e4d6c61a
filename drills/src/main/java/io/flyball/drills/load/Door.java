package io.flyball.drills.load;

import io.flyball.drills.check.Evidence.Accepted;
import io.flyball.drills.load.Orders.Order;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The console as whoever sends alerts knows it: what was not accepted is sent again, with the same name. */
public final class Door {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration BEFORE_AGAIN = Duration.ofMillis(100);
    private static final int ACCEPTED = 202;

    private final ConsoleRequests console;

    public Door(URI console, String token) {
        this.console = new ConsoleRequests(console, token);
    }

    /**
     * Returns when it is accepted.
     *
     * @throws IllegalStateException if it is refused for good, or nobody answers for minutes
     */
    Accepted send(Order order, URI effects) throws InterruptedException {
        if (order.byAlert()) {
            // Every alert is about a service of its own, so that none joins another's run.
            raise(order.key(), order.key(), effects);
            return new Accepted(order.key(), "");
        }
        String answer = accepted(run(order, effects));
        return new Accepted(order.key(), JSON.readTree(answer).path("id").asString());
    }

    /**
     * Raises an alert about a service, whose run makes the effect of that name. Returns when it is accepted.
     *
     * @throws IllegalStateException if it is refused for good, or nobody answers for minutes
     */
    public void raise(String fingerprint, String service, URI effects) throws InterruptedException {
        accepted(alert(fingerprint, service, effects, Map.of("key", service)));
    }

    /** The same, marked as caused by that run, as a ticket system marks what an agent has written. */
    public void raiseCausedBy(String run, String fingerprint, URI effects) throws InterruptedException {
        accepted(alert(fingerprint, fingerprint, effects, Map.of("key", fingerprint, "flyball_run", run)));
    }

    private String accepted(HttpRequest request) throws InterruptedException {
        long began = System.nanoTime();
        String last = "";
        while (System.nanoTime() - began < PATIENCE.toNanos()) {
            try {
                HttpResponse<String> answer = console.send(request);
                if (answer.statusCode() == ACCEPTED) {
                    return answer.body();
                }
                last = answer.statusCode() + " " + answer.body();
                if (answer.statusCode() < 429) {
                    throw new IllegalStateException("the console refuses " + request.uri() + ": " + last);
                }
            } catch (IOException e) {
                last = e.toString();
            }
            Thread.sleep(BEFORE_AGAIN);
        }
        throw new IllegalStateException("the console did not accept " + request.uri() + ": " + last);
    }

    /** Sets the emergency stop, or takes it away; returns when the console says that it is so. */
    public void emergencyStop(boolean active) throws InterruptedException {
        Map<String, Object> body = Map.of("reason", "a drill", "by", "drill", "channel", "api");
        try {
            var answer = console.send(
                    console.post(active ? "/api/stop" : "/api/resume", body).build());
            boolean is = JSON.readTree(answer.body()).path("active").asBoolean(!active);
            if (answer.statusCode() != 200 || is != active) {
                throw new IllegalStateException(
                        "the emergency stop did not follow: " + answer.statusCode() + " " + answer.body());
            }
        } catch (IOException e) {
            throw new IllegalStateException("the console does not answer about the emergency stop", e);
        }
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
        return console.post("/runs", body)
                .header("Idempotency-Key", order.key())
                .build();
    }

    private HttpRequest alert(String fingerprint, String service, URI effects, Map<String, String> labels) {
        Map<String, Object> body = Map.of(
                "name",
                "FlyballDrill",
                "source",
                "drill",
                "fingerprint",
                fingerprint,
                "service",
                service,
                "environment",
                "drill",
                "severity",
                "warning",
                "labels",
                labels,
                "annotations",
                Map.of("server", effects.toString()));
        return console.post("/alerts", body).build();
    }

    /**
     * What the console answers to a body, once.
     *
     * @param ids what it has accepted: alerts, or a run
     * @param body what it said
     */
    public record Answer(int status, List<String> ids, String body) {}

    /** Sends that text as it is, and not again. */
    public Answer post(String path, String json) throws InterruptedException {
        try {
            var answer = console.send(console.post(path, json).build());
            return new Answer(
                    answer.statusCode(),
                    answer.statusCode() == ACCEPTED ? ids(answer.body()) : List.of(),
                    answer.body());
        } catch (IOException e) {
            throw new IllegalStateException("the console does not answer to " + path, e);
        }
    }

    /** What the console tells at that path. */
    public JsonNode get(String path) throws InterruptedException {
        try {
            var answer = console.send(console.request(path).GET().build());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " is answered " + answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException("the console does not answer to " + path, e);
        }
    }

    private static List<String> ids(String body) {
        JsonNode answer = JSON.readTree(body);
        return answer.has("ids")
                ? answer.path("ids").valueStream().map(JsonNode::asString).toList()
                : List.of(answer.path("id").asString(""));
    }
}
