package io.flyball.orchestrator.admission;

import io.flyball.catalogue.AgentDefinition;
import io.flyball.catalogue.Catalogue;
import io.flyball.catalogue.CommandPermission;
import io.flyball.catalogue.ToolDefinition;
import io.flyball.catalogue.ToolEffect;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Which agents can change anything. One whose tools and commands only read can do no harm, however often it runs. */
public final class Changers {
    private static final String COMMANDS = "run_command";

    private Changers() {}

    /** Names of the agents that have a tool, or for {@code run_command} a command, that does more than read. */
    public static Set<String> of(Catalogue catalogue) {
        return catalogue.agents().stream()
                .filter(agent -> agent.tools().stream()
                        .flatMap(name -> catalogue.tool(name).stream())
                        .anyMatch(tool -> changes(agent, tool)))
                .map(AgentDefinition::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean changes(AgentDefinition agent, ToolDefinition tool) {
        List<CommandPermission> commands = Objects.requireNonNull(agent.commands());
        return tool.effect() != ToolEffect.READ
                && (!tool.name().equals(COMMANDS)
                        || commands.stream().anyMatch(command -> command.effect() != ToolEffect.READ));
    }
}
