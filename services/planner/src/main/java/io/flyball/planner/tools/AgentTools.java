package io.flyball.planner.tools;

import io.flyball.catalogue.AgentDefinition;
import io.flyball.catalogue.Catalogue;
import io.flyball.catalogue.CommandPermission;
import io.flyball.catalogue.ToolDefinition;
import io.flyball.catalogue.ToolEffect;
import io.flyball.planner.plan.Effect;
import io.flyball.planner.plan.ToolFacts;
import io.flyball.planner.runbook.Toolbelt;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tools of the catalogue that one agent may ask for. */
public final class AgentTools {
    private final AgentDefinition agent;
    private final List<ToolDefinition> tools;
    private final List<AgentDefinition> specialists;

    public AgentTools(Catalogue catalogue, AgentDefinition agent) {
        this.agent = agent;
        this.specialists = catalogue.agents().stream()
                .filter(other -> !other.name().equals(agent.name()))
                .toList();
        this.tools = catalogue.tools().stream()
                .filter(tool -> agent.tools().contains(tool.name()))
                .toList();
    }

    public AgentDefinition agent() {
        return agent;
    }

    /** Agents to whom it could hand over steps. */
    public List<AgentDefinition> specialists() {
        return specialists;
    }

    public List<ToolDefinition> definitions() {
        return tools;
    }

    public Optional<ToolDefinition> find(String name) {
        return tools.stream().filter(tool -> tool.name().equals(name)).findFirst();
    }

    /** What a runbook needs to know of them. */
    public Toolbelt toolbelt() {
        return new Toolbelt(tools.stream().map(AgentTools::facts).toList());
    }

    /** What a call does to the world; a command permission of the agent says it more exactly than the tool. */
    public Effect effect(String tool, Map<String, Object> arguments) {
        if (arguments.get("argv") instanceof List<?> argv) {
            Optional<CommandPermission> permission =
                    agent.permission(argv.stream().map(String::valueOf).toList());
            if (permission.isPresent()) {
                return effect(permission.get().effect());
            }
        }
        return find(tool).map(known -> effect(known.effect())).orElse(Effect.DESTRUCTIVE);
    }

    /** What a call touches, as far as its tool says. */
    public Optional<String> target(String tool, Map<String, Object> arguments) {
        return find(tool).flatMap(known -> facts(known).target(arguments));
    }

    /** Whether that tool judges by itself. */
    public boolean isCheck(String tool) {
        return find(tool).map(ToolDefinition::check).orElse(false);
    }

    private static Effect effect(ToolEffect effect) {
        return switch (effect) {
            case READ -> Effect.READ;
            case CHANGE -> Effect.CHANGE;
            case DESTRUCTIVE -> Effect.DESTRUCTIVE;
        };
    }

    private static ToolFacts facts(ToolDefinition tool) {
        List<String> required = tool.arguments().get("required") instanceof List<?> names
                ? names.stream().map(String::valueOf).toList()
                : List.of();
        return new ToolFacts(tool.name(), effect(tool.effect()), tool.target(), required, tool.check());
    }
}
