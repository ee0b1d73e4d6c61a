package io.flyball.cli.runs;

import static io.flyball.cli.output.Json.text;

import io.flyball.cli.runs.Run.AlertFacts;
import io.flyball.cli.runs.Run.HandOver;
import io.flyball.cli.runs.Run.Note;
import io.flyball.cli.runs.Run.Notice;
import io.flyball.cli.runs.Run.Spent;
import io.flyball.cli.runs.Run.Step;
import io.flyball.cli.runs.Run.Verification;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads what the console sends; the JSON of a run ends here. */
public final class RunReader {
    private RunReader() {}

    /** The run of {@code GET /api/runs/ID}. */
    public static Run read(JsonNode json) {
        return new Run(
                text(json, "id"),
                text(json, "agent"),
                text(json, "goal"),
                text(json, "status"),
                text(json, "holdReason"),
                text(json, "outcome"),
                text(json, "summary"),
                text(json, "rootCause"),
                text(json, "reason"),
                handOver(json.path("handOver")),
                alert(json.path("alert")),
                text(json, "openedAt"),
                text(json, "closedAt"),
                all(json, "steps", RunReader::step),
                all(json, "actions", RunReader::action),
                all(json, "verification", RunReader::verification),
                all(json, "notes", RunReader::note),
                all(json, "notifications", RunReader::notice),
                spent(json),
                text(json, "traceId"));
    }

    private static <T> List<T> all(JsonNode json, String field, Function<JsonNode, T> reader) {
        return json.path(field).valueStream().map(reader).toList();
    }

    private static HandOver handOver(JsonNode json) {
        return new HandOver(text(json, "reason"), text(json, "known"), all(json, "nextSteps", JsonNode::asString));
    }

    private static AlertFacts alert(JsonNode json) {
        return new AlertFacts(
                text(json, "name"), text(json, "service"), text(json, "severity"), text(json, "fingerprint"));
    }

    private static Step step(JsonNode json) {
        return new Step(
                json.path("step").asInt(0),
                text(json, "decisionId"),
                text(json, "decision"),
                text(json, "reasoning"),
                json.path("confidence").asDouble(0),
                decidedBy(json.path("decidedBy")),
                text(json, "refusal"),
                text(json, "at"));
    }

    private static Note note(JsonNode json) {
        return new Note(json.path("sequence").asLong(0), text(json, "at"), text(json, "kind"), text(json, "text"));
    }

    private static String decidedBy(JsonNode json) {
        return Stream.of("runbook", "model", "planner")
                .filter(field -> !text(json, field).isEmpty())
                .map(field -> field.equals("planner") ? text(json, field) : field + " " + text(json, field))
                .findFirst()
                .orElse("");
    }

    private static Action action(JsonNode json) {
        return new Action(
                text(json, "id"),
                json.path("step").asInt(0),
                text(json, "tool"),
                CommandText.of(text(json, "tool"), json.path("arguments")),
                text(json, "target"),
                text(json, "reasoning"),
                text(json, "verdict"),
                text(json, "verdictReason"),
                text(json, "effect"),
                text(json, "risk"),
                text(json, "approvedBy"),
                text(json, "status"),
                text(json, "output"),
                text(json, "exitCode"),
                text(json, "error"),
                json.path("durationMillis").asLong(0));
    }

    private static Verification verification(JsonNode json) {
        return new Verification(
                text(json, "target"),
                text(json, "state"),
                text(json, "actionId"),
                json.path("attempts").asInt(0));
    }

    private static Notice notice(JsonNode json) {
        return new Notice(text(json, "channel"), text(json, "status"));
    }

    private static Spent spent(JsonNode json) {
        JsonNode tokens = json.path("tokens");
        long used = Stream.of("input", "output", "cacheRead", "cacheWrite")
                .mapToLong(kind -> tokens.path(kind).asLong(0))
                .sum();
        return new Spent(
                json.path("cost").path("micros").asLong(0),
                json.path("llmCalls").asLong(0),
                used);
    }
}
