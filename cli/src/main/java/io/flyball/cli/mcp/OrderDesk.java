package io.flyball.cli.mcp;

import io.flyball.cli.access.Console;
import io.flyball.cli.output.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Opens a run for each call, and waits a while for what comes of it. */
final class OrderDesk {
    private static final Set<String> UNDER_WAY = Set.of("PROPOSED", "ALLOWED", "CALLED", "STARTED", "WAITING");
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final Console console;
    private final String agent;
    private final String environment;
    private final Duration patience;

    /** @param patience how long a call may wait for its action to end */
    OrderDesk(Console console, String agent, String environment, Duration patience) {
        this.console = console;
        this.agent = agent;
        this.environment = environment;
        this.patience = patience;
    }

    /**
     * What a call is answered with.
     *
     * @param failed whether what was asked for was not done
     */
    record Answer(List<String> texts, boolean failed) {
        Answer(boolean failed, String... texts) {
            this(Stream.of(texts).filter(text -> !text.isBlank()).toList(), failed);
        }
    }

    /** @param client who asks, in its own words */
    Answer order(String tool, JsonNode arguments, String client) throws InterruptedException {
        ObjectNode body = Json.object()
                .put("agent", agent)
                .put("goal", "Asked over MCP by " + client + ": " + tool)
                .put("environment", environment);
        body.putObject("inputs").put("order.tool", tool).put("order.arguments", arguments.toString());
        JsonNode opened = console.post(
                "/runs", body, Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        return awaited(Json.text(opened, "id"));
    }

    private Answer awaited(String run) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        JsonNode seen = run(run);
        while (isUnderWay(seen) && System.nanoTime() < until) {
            Thread.sleep(BETWEEN_LOOKS);
            seen = run(run);
        }
        return answer(seen);
    }

    /** How that run stands. */
    Answer look(String run) {
        return answer(run(run));
    }

    private JsonNode run(String id) {
        return console.get("/api/runs/" + Console.part(id));
    }

    private static boolean isUnderWay(JsonNode run) {
        String status = Json.text(action(run), "status");
        return status.isEmpty() ? !Json.text(run, "status").equals("ENDED") : UNDER_WAY.contains(status);
    }

    private static JsonNode action(JsonNode run) {
        return run.path("actions").path(0);
    }

    private static Answer answer(JsonNode run) {
        JsonNode action = action(run);
        String status = Json.text(action, "status");
        String standing = "run " + Json.text(run, "id") + ", action " + Json.text(action, "id") + ": " + status;
        return switch (status) {
            case "" -> withoutAction(run);
            case "SUCCEEDED", "DRY_RUN" -> new Answer(false, Json.text(action, "output"), standing);
            case "HELD" ->
                new Answer(
                        false,
                        "Nothing is done yet: it waits for a person's approval. " + standing + "\n"
                                + "A person answers with: flyball approvals approve " + Json.text(action, "id")
                                + "\nAsk " + ServedTools.RUN + " with this run later, to learn what became of it.");
            case "DENIED" -> new Answer(true, "Denied: " + Json.text(action, "verdictReason"), standing);
            default ->
                UNDER_WAY.contains(status)
                        ? new Answer(
                                false, "It is still under way; ask " + ServedTools.RUN + " with this run.", standing)
                        : new Answer(true, Json.text(action, "error"), Json.text(action, "output"), standing);
        };
    }

    private static Answer withoutAction(JsonNode run) {
        String id = "run " + Json.text(run, "id") + ": " + Json.text(run, "status");
        return Json.text(run, "status").equals("ENDED")
                ? new Answer(true, "Nothing was done: " + why(run), id)
                : new Answer(false, "It is still under way; ask " + ServedTools.RUN + " with this run.", id);
    }

    private static String why(JsonNode run) {
        return Stream.of("reason", "summary", "outcome")
                .map(field -> Json.text(run, field))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("it ended without a word");
    }
}
