package io.flyball.drills.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Whoever raises alerts and says that they have resolved, or asks for runs. It hears what the console answers, each time it asks. */
public final class Source {
    /** No answer at all. */
    public static final int SILENCE = 0;

    private static final JsonMapper JSON = new JsonMapper();
    private static final int ACCEPTED = 202;

    private final ConsoleRequests console;
    private final Cause cause;
    private final URI effects;

    /**
     * Which agent's runs it brings about.
     *
     * @param alert the name of the alerts
     * @param agent the agent's name, for what is asked for without an alert
     */
    public record Cause(String alert, String agent) {}

    /**
     * An answer of the console.
     *
     * @param status of HTTP; {@link #SILENCE} where nothing came
     * @param run the run's id, where a run was asked for and accepted; otherwise empty
     */
    public record Heard(int status, Duration after, String run) {
        /** Whether it was taken. */
        public boolean accepted() {
            return status == ACCEPTED;
        }
    }

    public Source(URI console, String token, Cause cause, URI effects) {
        this.console = new ConsoleRequests(console, token);
        this.cause = cause;
        this.effects = effects;
    }

    /** Says once that an alert about a service of that name fires, or has resolved. */
    public Heard says(String key, boolean resolved) throws InterruptedException {
        return hear(console.post(
                        "/alerts",
                        Map.of(
                                "name",
                                cause.alert(),
                                "status",
                                resolved ? "resolved" : "firing",
                                "source",
                                "drill",
                                "fingerprint",
                                key,
                                "service",
                                key,
                                "environment",
                                "drill",
                                "severity",
                                "warning",
                                "labels",
                                Map.of("key", key),
                                "annotations",
                                Map.of("server", effects.toString())))
                .build());
    }

    /** Asks once for a run that makes the effect of that name. */
    public Heard asks(String key) throws InterruptedException {
        return hear(console.post(
                        "/runs",
                        Map.of(
                                "goal",
                                "make the effect " + key,
                                "agent",
                                cause.agent(),
                                "environment",
                                "drill",
                                "inputs",
                                Map.of("key", key, "server", effects.toString())))
                .header("Idempotency-Key", key)
                .build());
    }

    private Heard hear(HttpRequest request) throws InterruptedException {
        long began = System.nanoTime();
        try {
            var answer = console.send(request);
            String run = answer.statusCode() == ACCEPTED
                    ? JSON.readTree(answer.body()).path("id").asString("")
                    : "";
            return new Heard(answer.statusCode(), since(began), run);
        } catch (IOException _) {
            return new Heard(SILENCE, since(began), "");
        }
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
