package io.flyball.cli.mcp;

import io.flyball.catalogue.InvalidCatalogue;
import io.flyball.catalogue.mcp.McpServer;
import io.flyball.catalogue.mcp.McpToolRule;
import io.flyball.catalogue.mcp.McpTools;
import io.flyball.cli.access.Shell;
import io.flyball.cli.exit.CommandFailed;
import io.flyball.cli.exit.ExitCode;
import io.flyball.cli.output.Json;
import io.flyball.cli.output.Output;
import io.flyball.cli.terminal.Column;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells which tools of MCP servers are declared, and why some are withheld. Asks no server. */
@Command(
        name = "list",
        description = "List the tools of MCP servers that the catalogue declares. No server is asked.",
        footer = {"Example:", "  flyball mcp list -o wide"})
final class ListMcpTools implements Callable<Integer> {
    private static final List<Column<JsonNode>> COLUMNS = List.of(
            Column.of("TOOL", row -> Json.text(row, "name")),
            Column.of("SERVER", row -> Json.text(row, "server")),
            Column.of("EFFECT", row -> Json.text(row, "effect")),
            Column.of("OPERATION", row -> Json.text(row, "operation")),
            Column.flexible("STATE", row -> Json.text(row, "withheld", "offered")),
            Column.wide("WHERE", row -> Json.text(row, "where")));

    @Option(
            names = "--catalogue",
            paramLabel = "FOLDER",
            description = "The catalogue. Default: that of this installation.")
    private @Nullable Path catalogue;

    @Mixin
    private final Output output = new Output();

    private final Shell shell;

    ListMcpTools(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        ArrayNode rows = Json.object().putArray("tools");
        McpTools declared = declared();
        declared.servers().forEach(server -> server.tools().forEach(rule -> rows.add(row(declared, server, rule))));
        output.writeRows(shell.terminal(), rows, COLUMNS, "No MCP server is declared.");
        return ExitCode.OK.code();
    }

    private McpTools declared() {
        try {
            return McpTools.load(catalogue == null ? Path.of(shell.variable("FLYBALL_HOME"), "catalogue") : catalogue);
        } catch (InvalidCatalogue e) {
            throw new CommandFailed(ExitCode.USAGE, String.valueOf(e.getMessage()), "Mend that file.");
        }
    }

    private static ObjectNode row(McpTools declared, McpServer server, McpToolRule rule) {
        String name = server.offeredName(rule.tool());
        ObjectNode row = Json.object()
                .put("name", name)
                .put("server", server.name())
                .put("tool", rule.tool())
                .put("effect", rule.effect().name())
                .put("operation", rule.operation())
                .put("where", where(server));
        String withheld = declared.withheld().get(name);
        return withheld == null ? row : row.put("withheld", "withheld: " + withheld);
    }

    static String where(McpServer server) {
        List<String> command = Objects.requireNonNull(server.command(), "never absent");
        return server.url() == null ? String.join(" ", command) : server.url().toString();
    }
}
