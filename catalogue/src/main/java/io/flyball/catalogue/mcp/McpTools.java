package io.flyball.catalogue.mcp;

import io.flyball.catalogue.InvalidCatalogue;
import io.flyball.catalogue.YamlFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What the catalogue has of MCP servers.
 *
 * @param servers all that are declared
 * @param offered the tools that agents may ask for
 * @param withheld tools that are declared and not offered, each with the reason
 */
public record McpTools(List<McpServer> servers, List<OfferedMcpTool> offered, Map<String, String> withheld) {
    /** Where nobody has declared a server. */
    public static final McpTools NONE = new McpTools(List.of(), List.of(), Map.of());

    public McpTools {
        servers = List.copyOf(servers);
        offered = List.copyOf(offered);
        withheld = Map.copyOf(withheld);
    }

    /**
     * Reads {@code mcp/*.yaml} and {@code mcp/accepted/*.yaml} below the catalogue's directory; a folder that is not there counts as
     * empty.
     *
     * @throws InvalidCatalogue if a file cannot be understood, naming file, line and reason
     */
    public static McpTools load(Path catalogue) {
        Path folder = catalogue.resolve("mcp");
        if (!Files.isDirectory(folder)) {
            return NONE;
        }
        List<McpServer> servers = YamlFolder.read(folder, McpServer.class, McpServer::name);
        Map<String, OfferedMcpTool> offered = new LinkedHashMap<>();
        Map<String, String> withheld = new LinkedHashMap<>();
        servers.forEach(server -> sort(server, AcceptedTools.load(catalogue, server.name()), offered, withheld));
        return new McpTools(servers, List.copyOf(offered.values()), withheld);
    }

    /** The offered tool of that name. */
    public Optional<OfferedMcpTool> find(String name) {
        return offered.stream()
                .filter(tool -> tool.definition().name().equals(name))
                .findFirst();
    }

    private static void sort(
            McpServer server,
            Optional<AcceptedTools> accepted,
            Map<String, OfferedMcpTool> offered,
            Map<String, String> withheld) {
        Optional<String> objection = objection(server, accepted);
        for (McpToolRule rule : server.tools()) {
            String name = server.offeredName(rule.tool());
            if (offered.containsKey(name) || withheld.containsKey(name)) {
                throw new InvalidCatalogue("mcp/" + server.name() + ".yaml: two offered tools would be called " + name);
            }
            Optional<String> why =
                    objection.or(() -> sort(server, rule, accepted.orElseThrow().shown(), offered));
            why.ifPresent(reason -> withheld.put(name, reason));
        }
    }

    /** Why none of its tools is offered; empty if nothing is against it. */
    private static Optional<String> objection(McpServer server, Optional<AcceptedTools> accepted) {
        String look = "; flyball mcp check catalogue/mcp/" + server.name() + ".yaml shows what it offers";
        if (server.hash() == null) {
            return Optional.of("nobody has accepted the tools of the MCP server " + server.name() + " yet" + look);
        }
        if (accepted.isEmpty()) {
            return Optional.of("what was accepted of the MCP server " + server.name() + " is not there" + look);
        }
        return accepted.get().shown().hash().equals(server.hash())
                ? Optional.empty()
                : Optional.of(
                        "what was saved of the MCP server " + server.name() + " is not what its hash accepts" + look);
    }

    private static Optional<String> sort(
            McpServer server, McpToolRule rule, ShownTools accepted, Map<String, OfferedMcpTool> offered) {
        String name = server.offeredName(rule.tool());
        Optional<JsonNode> shown = accepted.find(rule.tool());
        if (shown.isEmpty()) {
            return Optional.of("the MCP server " + server.name() + " has no tool " + rule.tool());
        }
        try {
            Map<String, Object> arguments = ArgumentStructure.of(shown.get().path("inputSchema"));
            offered.put(name, new OfferedMcpTool(server, rule.tool(), rule.definition(name, arguments), accepted));
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of("the tool " + rule.tool() + " of the MCP server " + server.name() + " is not taken: "
                    + e.getMessage());
        }
    }
}
