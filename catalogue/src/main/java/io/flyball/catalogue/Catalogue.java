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
 * @param version SHA-256 in hex over the files that it was read from; services that have the same one judge and perform alike
 */
public record Catalogue(
        Path directory, List<AgentDefinition> agents, List<ToolDefinition> tools, Inventory inventory, String version) {
    private static final String NOT_FROM_FILES = "not-from-files";

    public Catalogue {
        agents = List.copyOf(agents);
        tools = List.copyOf(tools);
    }

    /** One where nobody has said what runs here. */
    public Catalogue(Path directory, List<AgentDefinition> agents, List<ToolDefinition> tools) {
        this(directory, agents, tools, Inventory.NONE);
    }

    /** One that was not read from files. */
    public Catalogue(Path directory, List<AgentDefinition> agents, List<ToolDefinition> tools, Inventory inventory) {
        this(directory, agents, tools, inventory, NOT_FROM_FILES);
    }

    /**
     * Reads {@code agents/*.yaml}, {@code tools/*.yaml} and {@code inventory/*.yaml} below that directory.
     *
     * @throws InvalidCatalogue if a file cannot be understood, naming file, line and reason
     */
    public static Catalogue load(Path directory) {
        String version = version(directory);
        var agents = YamlFolder.read(directory.resolve("agents"), AgentDefinition.class, AgentDefinition::name);
        var tools = YamlFolder.read(directory.resolve("tools"), ToolDefinition.class, ToolDefinition::name);
        var inventory = Inventory.load(directory.resolve("inventory"));
        Catalogue read = new Catalogue(directory, agents, tools, inventory, version).checked();
        if (!version(directory).equals(version)) {
            throw new InvalidCatalogue(directory + ": changed while it was read");
        }
        return read;
    }

    private static String version(Path directory) {
        return FileHash.of(
                directory.resolve("agents"),
                directory.resolve("tools"),
                directory.resolve("inventory"),
                directory.resolve("programs"));
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
