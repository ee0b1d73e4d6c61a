package io.flyball.catalogue;

import io.flyball.catalogue.inventory.Inventory;
import io.flyball.catalogue.programs.ProgramGrammars;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * All agents and tools, and what they may work on.
 *
 * @param directory where it was read from; runbooks, policies and prompts stand beside
 */
public record Catalogue(Path directory, List<AgentDefinition> agents, List<ToolDefinition> tools, Inventory inventory) {

    public Catalogue {
        agents = List.copyOf(agents);
        tools = List.copyOf(tools);
    }

    /** One where nobody has said what runs here. */
    public Catalogue(Path directory, List<AgentDefinition> agents, List<ToolDefinition> tools) {
        this(directory, agents, tools, Inventory.NONE);
    }

    /**
     * Reads {@code agents/*.yaml}, {@code tools/*.yaml} and {@code inventory/*.yaml} below that directory.
     *
     * @throws InvalidCatalogue if a file cannot be understood, naming file, line and reason
     */
    public static Catalogue load(Path directory) {
        var agents = YamlFolder.read(directory.resolve("agents"), AgentDefinition.class, AgentDefinition::name);
        var tools = YamlFolder.read(directory.resolve("tools"), ToolDefinition.class, ToolDefinition::name);
        return new Catalogue(directory, agents, tools, Inventory.load(directory.resolve("inventory"))).checked();
    }

    /**
     * What is known about programs: the grammars that come with Flyball, and those in {@code programs/*.yaml}.
     *
     * @throws InvalidCatalogue if a file cannot be understood, naming file and reason
     */
    public ProgramGrammars programs() {
        return ProgramGrammars.with(directory.resolve("programs"));
    }

    private Catalogue checked() {
        programs();
        for (AgentDefinition agent : agents) {
            for (String tool : agent.tools()) {
                if (tool(tool).isEmpty()) {
                    throw new InvalidCatalogue(
                            "agent " + agent.name() + " names the unknown tool " + tool + "; known are "
                                    + tools.stream().map(ToolDefinition::name).toList());
                }
            }
        }
        return this;
    }

    public Optional<AgentDefinition> agent(String name) {
        return agents.stream().filter(agent -> agent.name().equals(name)).findFirst();
    }

    public Optional<ToolDefinition> tool(String name) {
        return tools.stream().filter(tool -> tool.name().equals(name)).findFirst();
    }
}
