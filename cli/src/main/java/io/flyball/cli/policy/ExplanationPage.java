package io.flyball.cli.policy;

import io.flyball.cli.output.Json;
import io.flyball.cli.terminal.Terminal;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An explanation for people. */
final class ExplanationPage {
    private static final List<String> FIELDS = List.of("verdict", "risk", "command", "operation", "effect", "rule");

    private ExplanationPage() {}

    static void write(Terminal terminal, ObjectNode explained) {
        FIELDS.forEach(field -> terminal.line("%-10s %s".formatted(field, Json.text(explained, field))));
        for (JsonNode reason : explained.path("reasons")) {
            terminal.line("%-10s %s".formatted("because", reason.asString()));
        }
    }
}
