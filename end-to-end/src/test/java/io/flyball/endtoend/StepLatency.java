package io.flyball.endtoend;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the suite itself adds to a step: opens runs of the agent self-check, one after the other, whose plan is a runbook and
 * whose tool reads a small file, and prints how long a step took from one tool result to the next, six topics further.
 *
 * <p>Arguments: data folder of a stack that is up, number of runs.
 */
public final class StepLatency {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI console;
    private final String token;

    private StepLatency(Path data) throws IOException {
        token = Files.readString(data.resolve("token")).strip();
        console = JSON.readTree(Files.readString(data.resolve("stack.json")))
                .path("services")
                .valueStream()
                .filter(service -> service.path("name").asString().equals("console"))
                .map(service -> URI.create(service.path("url").asString()))
                .findFirst()
                .orElseThrow();
    }

    public static void main(String[] arguments) throws Exception {
        var measure = new StepLatency(Path.of(arguments[0]));
        int runs = Integer.parseInt(arguments[1]);
        int warmUp = Math.min(runs / 2, 50);
        List<Long> steps = new ArrayList<>();
        for (int i = 0; i < runs + warmUp; i++) {
            List<Long> taken = measure.steps(measure.open());
            if (i >= warmUp) {
                steps.addAll(taken);
            }
        }
        steps.sort(null);
        System.out.printf(
                "%d steps of %d runs after %d to warm up: median %d ms, p99 %d ms, most %d ms%n",
                steps.size(),
                runs,
                warmUp,
                steps.get(steps.size() / 2),
                steps.get(steps.size() * 99 / 100),
                steps.getLast());
    }

    private String open() throws IOException, InterruptedException {
        String body = "{\"goal\":\"measure a step\",\"agent\":\"self-check\",\"environment\":\"production\"}";
        return call(request("/runs")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)))
                .path("id")
                .asString();
    }

    private List<Long> steps(String run) throws IOException, InterruptedException {
        Instant patience = Instant.now().plus(Duration.ofSeconds(30));
        while (Instant.now().isBefore(patience)) {
            JsonNode view = call(request("/api/runs/" + run).GET());
            if (view.path("status").asString("").equals("ENDED")) {
                return between(view);
            }
        }
        throw new IllegalStateException("run " + run + " has not ended within 30 s");
    }

    private static List<Long> between(JsonNode view) {
        List<Instant> requested = view.path("events")
                .valueStream()
                .filter(event -> event.toString().contains("PlanRequested"))
                .map(event -> Instant.parse(event.path("at").asString()))
                .toList();
        List<Long> steps = new ArrayList<>();
        for (int i = 1; i < requested.size(); i++) {
            steps.add(Duration.between(requested.get(i - 1), requested.get(i)).toMillis());
        }
        return steps;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(console.resolve(path)).header("Authorization", "Bearer " + token);
    }

    private JsonNode call(HttpRequest.Builder request) throws IOException, InterruptedException {
        return JSON.readTree(
                http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body());
    }
}
