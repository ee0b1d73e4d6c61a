package io.flyball.toolexecutor.mcp;

import io.flyball.catalogue.mcp.McpAccess;
import io.flyball.catalogue.mcp.OfferedMcpTool;
import io.flyball.toolexecutor.tools.Plan;
import io.flyball.toolexecutor.tools.Tool;
import io.flyball.toolexecutor.tools.ToolRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A tool of an MCP server, as the catalogue offers it. Its effect is the catalogue's word. */
public final class McpTool implements Tool {
    private final OfferedMcpTool offered;
    private final McpSettings settings;
    private final PinNews news;

    public McpTool(OfferedMcpTool offered, McpSettings settings, PinNews news) {
        this.offered = offered;
        this.settings = settings;
        this.news = news;
    }

    @Override
    public String name() {
        return offered.definition().name();
    }

    @Override
    public Plan plan(ToolRequest request) {
        Optional<JsonNode> arguments = arguments(request.argumentsJson());
        if (arguments.isEmpty()) {
            return new Plan.Refused("the arguments are no JSON object");
        }
        Place place = Place.of(offered.server(), settings);
        Optional<String> objection = place.objection();
        if (objection.isPresent()) {
            return new Plan.Refused("the MCP server " + offered.server().name() + ": " + objection.get());
        }
        return new Plan.Ready(
                offered.definition().effect(),
                "would call the tool " + offered.tool() + " of the MCP server "
                        + offered.server().name() + " (" + place.told() + ") with " + arguments.get(),
                new McpAction(offered, arguments.get(), place, Variables.of(names(), settings.variables()), news));
    }

    private static Optional<JsonNode> arguments(String json) {
        try {
            return Optional.of(Messages.read(json)).filter(JsonNode::isObject);
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    private List<String> names() {
        McpAccess access = Objects.requireNonNull(offered.server().access(), "never absent");
        return Stream.concat(
                        Objects.requireNonNull(access.environment(), "never absent").stream(),
                        Stream.ofNullable(access.bearer()))
                .toList();
    }
}
