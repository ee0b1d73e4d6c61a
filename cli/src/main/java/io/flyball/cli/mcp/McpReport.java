package io.flyball.cli.mcp;

import io.flyball.catalogue.mcp.McpServer;
import io.flyball.catalogue.mcp.McpToolRule;
import io.flyball.catalogue.mcp.ShownTools;
import io.flyball.catalogue.mcp.ToolDifference;
import io.flyball.cli.output.Json;
import io.flyball.cli.terminal.Text;
import io.flyball.schemas.outside.Instructions;
import io.flyball.toolexecutor.mcp.Inspection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a server shows, beside what was accepted.
 *
 * @param accepted what was saved of it; empty if nothing was
 */
record McpReport(McpServer server, Inspection seen, Optional<ShownTools> accepted) {
    private static final int WIDTH = 100;

    boolean isAccepted() {
        return seen.shown().hash().equals(server.hash());
    }

    ObjectNode json() {
        ObjectNode report = Json.object()
                .put("server", server.name())
                .put("revision", seen.revision())
                .put("hash", seen.shown().hash())
                .put("accepted", server.hash())
                .put("same", isAccepted());
        ArrayNode tools = report.putArray("tools");
        seen.shown().nodes().forEach(tool -> tools.add(json(tool)));
        differences().forEach(report.putArray("differences")::add);
        return report;
    }

    private ObjectNode json(JsonNode tool) {
        String name = Json.text(tool, "name");
        ObjectNode shown = Json.object().put("name", name).put("description", Json.text(tool, "description"));
        shown.set("arguments", tool.path("inputSchema"));
        rule(name)
                .ifPresent(rule -> shown.put("offeredAs", server.offeredName(name))
                        .put("effect", rule.effect().name())
                        .put("operation", rule.operation()));
        suspicious(tool).ifPresent(found -> shown.put("readsLikeAnInstruction", found));
        return shown;
    }

    private Optional<McpToolRule> rule(String tool) {
        return server.tools().stream().filter(rule -> rule.tool().equals(tool)).findFirst();
    }

    private static Optional<String> suspicious(JsonNode tool) {
        return Instructions.in(tool.toString());
    }

    /** Only what was saved can be compared; that it differs is told by the hash alone. */
    private List<String> differences() {
        return accepted.map(before -> ToolDifference.between(before, seen.shown()))
                .orElse(List.of());
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("%-9s %s (%s)".formatted("server", server.name(), ListMcpTools.where(server)));
        lines.add("%-9s %s".formatted("revision", seen.revision()));
        lines.add("%-9s %s".formatted("hash", seen.shown().hash()));
        lines.add("%-9s %s".formatted("accepted", standing()));
        lines.add("");
        seen.shown().nodes().forEach(tool -> lines.addAll(lines(tool)));
        if (!differences().isEmpty()) {
            lines.add("What differs from what was saved (+ new, - gone, ~ changed):");
            differences().forEach(line -> lines.add("  " + Text.oneLine(line)));
            lines.add("");
        }
        lines.addAll(advice());
        return lines;
    }

    private String standing() {
        if (server.hash() == null) {
            return "nothing yet: its tools are withheld";
        }
        return isAccepted() ? "yes, this is what it shows" : server.hash() + ": its tools are withheld";
    }

    private List<String> lines(JsonNode tool) {
        String name = Json.text(tool, "name");
        String held = rule(name)
                .map(rule -> "%s, %s, as %s".formatted(rule.effect(), rule.operation(), server.offeredName(name)))
                .orElse("not offered");
        List<String> lines = new ArrayList<>();
        lines.add("%s  [%s]".formatted(Text.oneLine(name), held));
        Text.wrap(Text.oneLine(Json.text(tool, "description")), WIDTH).forEach(line -> lines.add("    " + line));
        suspicious(tool).ifPresent(found -> lines.add("    ! reads like an instruction: " + Text.oneLine(found)));
        return lines;
    }

    private List<String> advice() {
        return isAccepted()
                ? List.of()
                : List.of(
                        "To accept it: read what it shows, run this with --save, and put this line into its file:",
                        "hash: " + seen.shown().hash());
    }
}
