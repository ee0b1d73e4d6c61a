package io.flyball.cli.approvals;

import static io.flyball.cli.output.Json.text;

import io.flyball.cli.access.Console;
import io.flyball.cli.access.Prefix;
import io.flyball.cli.output.Json;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds held actions and passes people's answers on. */
public final class ApprovalDesk {
    private final Console console;
    private final String person;

    public ApprovalDesk(Console console, String person) {
        this.console = console;
        this.person = person;
    }

    /** The approval whose id begins so: of the pending ones if one fits, else of all, so that its first answer is told. */
    JsonNode find(String typed) {
        List<JsonNode> pending = pending();
        boolean fits =
                pending.stream().anyMatch(approval -> text(approval, "id").startsWith(typed));
        List<JsonNode> among = fits
                ? pending
                : console.get("/api/approvals?all=true").valueStream().toList();
        List<String> ids = among.stream().map(approval -> text(approval, "id")).toList();
        String id = Prefix.resolve("approval", typed, ids);
        return among.get(ids.indexOf(id));
    }

    /** What waits for an answer. */
    private List<JsonNode> pending() {
        return console.get("/api/approvals").valueStream().toList();
    }

    /** What of that run waits for an answer. */
    public Optional<JsonNode> pendingOf(String runId) {
        return pending().stream()
                .filter(approval -> text(approval, "runId").equals(runId))
                .filter(approval -> text(approval, "state", "PENDING").equals("PENDING"))
                .findFirst();
    }

    /** Yes to exactly this action. */
    public JsonNode approve(JsonNode approval, String reason) {
        return answer("approve", approval, reason);
    }

    /** No to exactly this action. */
    public JsonNode deny(JsonNode approval, String reason) {
        return answer("deny", approval, reason);
    }

    private JsonNode answer(String answer, JsonNode approval, String reason) {
        ObjectNode body = Json.object()
                .put("actionHash", text(approval, "actionHash"))
                .put("channel", "cli")
                .put("by", person);
        if (!reason.isEmpty()) {
            body.put("reason", reason);
        }
        return console.post("/api/approvals/" + Console.part(text(approval, "id")) + "/" + answer, body);
    }
}
