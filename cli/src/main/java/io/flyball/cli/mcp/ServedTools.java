package io.flyball.cli.mcp;

import io.flyball.catalogue.AgentDefinition;
import io.flyball.catalogue.Catalogue;
import io.flyball.catalogue.CommandPermission;
import io.flyball.catalogue.ToolDefinition;
import io.flyball.catalogue.ToolEffect;
import io.flyball.cli.output.Json;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The tools of one agent that other agents may ask for. */
final class ServedTools {
    /** Tells what became of a run. */
    static final String RUN = "flyball_run";

    private static final String COMMAND = "run_command";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<ToolDefinition> tools;
    private final AgentDefinition agent;

    /** @param changes whether tools are among them that change something */
    ServedTools(Catalogue catalogue, AgentDefinition agent, boolean changes) {
        this.agent = agent;
        this.tools = catalogue.tools().stream()
                .filter(tool -> agent.tools().contains(tool.name()))
                .filter(tool -> changes || reads(tool))
                .toList();
    }

    /** What a command does is its permission's word, which may be another for each. */
    private boolean reads(ToolDefinition tool) {
        List<CommandPermission> commands = Objects.requireNonNull(agent.commands(), "never absent");
        return tool.name().equals(COMMAND)
                ? commands.stream().allMatch(command -> command.effect() == ToolEffect.READ)
                : tool.effect() == ToolEffect.READ;
    }

    Optional<ToolDefinition> find(String name) {
        return tools.stream().filter(tool -> tool.name().equals(name)).findFirst();
    }

    /** As a client is told of them. */
    ArrayNode told() {
        ArrayNode told = Json.object().putArray("tools");
        tools.forEach(tool -> told.add(told(tool)));
        ObjectNode arguments = Json.object().put("type", "object");
        arguments.putObject("properties").putObject("run").put("type", "string").put("description", "The run's id.");
        arguments.putArray("required").add("run");
        told.add(told(
                RUN,
                "Tells how a run stands that an earlier call opened, and what became of its action.",
                arguments,
                true));
        return told;
    }

    private ObjectNode told(ToolDefinition tool) {
        boolean reads = reads(tool);
        String more = reads ? "" : " A person must approve each call; it is answered at once with how to follow it.";
        return told(tool.name(), tool.description() + more, JSON.valueToTree(tool.arguments()), reads);
    }

    private static ObjectNode told(String name, String description, ObjectNode arguments, boolean reads) {
        ObjectNode told = Json.object().put("name", name).put("description", description);
        told.set("inputSchema", arguments);
        told.putObject("annotations").put("readOnlyHint", reads).put("destructiveHint", !reads);
        return told;
    }
}
