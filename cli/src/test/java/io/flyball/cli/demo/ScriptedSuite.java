package io.flyball.cli.demo;

import io.flyball.cli.ConsoleStandIn;
import io.flyball.cli.ConsoleStandIn.Answer;
import io.flyball.cli.ConsoleStandIn.Asked;
import io.flyball.cli.Golden;
import io.flyball.cli.output.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Goes through the run of the demo as the suite would, over HTTP: what it approves it really does, by the deployctl that the
 * tool executor would call.
 */
final class ScriptedSuite implements AutoCloseable {
    private static final String RUN = "0199aa10-7c21-7000-8000-000000000001";

    private final ConsoleStandIn console = new ConsoleStandIn();
    private final Path folder;
    private String fingerprint = "";
    private String stage = "held";
    private Instant opened = Instant.EPOCH;

    ScriptedSuite(Path folder) throws IOException {
        this.folder = folder;
        Files.writeString(folder.resolve("token"), "local-token\n");
        Files.writeString(
                folder.resolve("stack.json"),
                "{\"mode\":\"one-jvm\",\"services\":[{\"name\":\"console\",\"url\":\"" + console.url()
                        + "\"}],\"neighbours\":[{\"name\":\"tracing\",\"url\":\"http://127.0.0.1:7415\"}]}");
        console.on("GET /api/overview", "{\"caughtUp\": true}")
                .on("POST /webhooks/alertmanager", this::alert)
                .on("GET /api/runs", _ -> Answer.json("[" + run() + "]"))
                .on("GET /api/runs/" + RUN, _ -> Answer.json(run()))
                .on("GET /api/runs/" + RUN + "/events", _ -> new Answer(200, "text/event-stream", ": nothing\n\n"))
                .on("GET /api/approvals", _ -> Answer.json(approvals()))
                .on("POST /api/approvals/" + RUN + ":2:0/approve", this::approve)
                .on("POST /api/approvals/" + RUN + ":2:0/deny", this::deny);
    }

    ConsoleStandIn console() {
        return console;
    }

    /** As if somebody had answered at another place. */
    void answeredElsewhere() {
        stage = "escalated";
    }

    /** As if the run had ended well without having done anything. */
    void onlyClaimed() {
        stage = "resolved";
    }

    private Answer alert(Asked asked) {
        JsonNode alert = Json.parse(asked.body()).at("/alerts/0");
        fingerprint = alert.path("fingerprint").asString();
        opened = Instant.now();
        ObjectNode answer = Json.object();
        answer.withArray("alerts").addObject().put("fingerprint", fingerprint);
        return new Answer(202, "application/json", answer.toString());
    }

    private String run() {
        ObjectNode run = (ObjectNode) Json.parse(Golden.resource("console/run-" + stage + ".json"));
        ((ObjectNode) run.path("alert")).put("fingerprint", fingerprint);
        return run.put("openedAt", opened.toString())
                .put("closedAt", stage.equals("held") ? null : Instant.now().toString())
                .toString();
    }

    private String approvals() {
        return stage.equals("held") ? Golden.resource("console/approvals.json") : "[]";
    }

    private synchronized Answer approve(Asked asked) {
        deployctl("rollback");
        stage = "resolved";
        return Answer.json("{\"answer\": \"APPROVE\"}");
    }

    private Answer deny(Asked asked) {
        stage = "escalated";
        return Answer.json("{\"answer\": \"DENY\"}");
    }

    private void deployctl(String command) {
        try {
            Process process = new ProcessBuilder(
                            List.of(folder.resolve("bin/deployctl").toString(), command, "shop"))
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        console.close();
    }
}
