package io.flyball.cli.runs;

import io.flyball.cli.access.Console;
import io.flyball.cli.output.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Passes people's orders to runs on. */
final class OrderDesk {
    private final Console console;
    private final String person;

    OrderDesk(Console console, String person) {
        this.console = console;
        this.person = person;
    }

    /** Orders without a text of their own. */
    JsonNode order(String typed, String order, String reason) {
        return order(typed, order, reason, "");
    }

    /**
     * Sends an order; the answer comes once it cannot be lost.
     *
     * @param typed the run's id, or its beginning
     * @param order the last part of the path, for example {@code pause}
     */
    JsonNode order(String typed, String order, String reason, String text) {
        ObjectNode body = Json.object().put("channel", "cli").put("by", person);
        if (!reason.isEmpty()) {
            body.put("reason", reason);
        }
        if (!text.isEmpty()) {
            body.put("text", text);
        }
        return console.post("/api/runs/" + Console.part(RunIds.resolve(console, typed)) + "/" + order, body);
    }
}
