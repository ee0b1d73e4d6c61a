package io.flyball.drills.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** A person at the console: approves, and pauses, resumes or cancels runs. */
public final class Operator {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, Object> DRILL = Map.of("by", "drill", "channel", "api", "reason", "a drill");
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration BEFORE_AGAIN = Duration.ofMillis(200);
    private static final int OK = 200;

    private final ConsoleRequests console;

    public Operator(URI console, String token) {
        this.console = new ConsoleRequests(console, token);
    }

    /**
     * Gives that order; returns when the console has taken it.
     *
     * @param word pause, resume or cancel
     * @throws IllegalStateException if the console does not take it for minutes
     */
    public void order(String runId, String word) throws InterruptedException {
        long began = System.nanoTime();
        String last = "";
        while (System.nanoTime() - began < PATIENCE.toNanos()) {
            try {
                HttpResponse<String> answer = console.send(
                        console.post("/api/runs/" + runId + "/" + word, DRILL).build());
                if (answer.statusCode() == OK) {
                    return;
                }
                last = answer.statusCode() + " " + answer.body();
            } catch (IOException e) {
                last = e.toString();
            }
            Thread.sleep(BEFORE_AGAIN);
        }
        throw new IllegalStateException("the console does not take the order " + word + ": " + last);
    }

    /** Approves whatever waits for it; what cannot be asked or answered now waits on. */
    void approveAll() throws InterruptedException {
        try {
            for (Pending pending : pending()) {
                approve(pending);
            }
        } catch (IOException _) {
            // The console is down, or on its way down.
        }
    }

    /** Approves what those runs wait for; returns how many approvals were given. */
    public int approveOf(Set<String> runs) throws InterruptedException {
        int given = 0;
        try {
            for (Pending pending : pending()) {
                if (runs.contains(pending.runId())) {
                    approve(pending);
                    given++;
                }
            }
        } catch (IOException _) {
            // What was not given is given later.
        }
        return given;
    }

    private void approve(Pending seen) throws IOException, InterruptedException {
        Map<String, Object> answer = Map.of("by", "drill", "channel", "api", "actionHash", seen.actionHash());
        console.send(
                console.post("/api/approvals/" + seen.id() + "/approve", answer).build());
    }

    private record Pending(String id, String runId, String actionHash) {}

    private List<Pending> pending() throws IOException, InterruptedException {
        HttpResponse<String> answer =
                console.send(console.request("/api/approvals").GET().build());
        return answer.statusCode() != OK
                ? List.of()
                : JSON.readTree(answer.body())
                        .valueStream()
                        .filter(approval -> approval.path("state").asString("").equals("PENDING"))
                        .map(approval -> new Pending(
                                approval.path("id").asString(),
                                approval.path("runId").asString(""),
                                approval.path("actionHash").asString("")))
                        .toList();
    }
}
