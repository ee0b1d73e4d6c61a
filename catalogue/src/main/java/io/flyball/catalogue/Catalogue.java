package io.flyball.catalogue;

import io.flyball.catalogue.inventory.Inventory;
import io.flyball.catalogue.mcp.McpTools;
import io.flyball.catalogue.mcp.OfferedMcpTool;
import io.flyball.catalogue.programs.ProgramGrammars;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All agents and tools, and what they may work on.
 *
 * @param directory where it was read from; runbooks, policies and prompts stand beside
 * @param tools those that are built in, and those of MCP servers that are offered
 * @param mcp what there is of MCP servers
 * @param version SHA-256 in hex over the files that it was read from; services that have the same one judge and perform alike
 */
public record Catalogue(
        Path directory,
        List<AgentDefinition> agents,
        List<ToolDefinition> tools,
        Inventory inventory,
        McpTools mcp,
        String version) {
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
        this(directory, agents, tools, inventory, McpTools.NONE, NOT_FROM_FILES);
    }

    /**
     * Reads {@code agents/*.yaml}, {@code tools/*.yaml}, {@code inventory/*.yaml} and {@code mcp/*.yaml} below that directory.
     *
     * @throws InvalidCatalogue if a file cannot be understood, naming file, line and reason
     */
    public static Catalogue load(Path directory) {
        String version = version(directory);
        var agents = YamlFolder.read(directory.resolve("agents"), AgentDefinition.class, AgentDefinition::name);
        var tools = YamlFolder.read(directory.resolve("tools"), ToolDefinition.class, ToolDefinition::name);
        var inventory = Inventory.load(directory.resolve("inventory"));
        var mcp = McpTools.load(directory);
        Catalogue read = new Catalogue(directory, agents, with(tools, mcp), inventory, mcp, version).checked();
        if (!version(directory).equals(version)) {
            throw new InvalidCatalogue(directory + ": changed while it was read");
        }
        return read;
    }

    /** SHA-256 in hex over the files below that directory that a catalogue is read from; other files there do not count. */
    public static String version(Path directory) {
        return FileHash.of(
                directory.resolve("agents"),
                directory.resolve("tools"),
                directory.resolve("inventory"),
                directory.resolve("programs"),
                directory.resolve("mcp"));
    }

    private static List<ToolDefinition> with(List<ToolDefinition> own, McpTools mcp) {
        own.stream()
                .map(ToolDefinition::name)
                .filter(name -> mcp.find(name).isPresent() || mcp.withheld().containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new InvalidCatalogue("the tool " + name + " of an MCP server is called like one that is built"
                            + " in; give the server another name");
                });
        return Stream.concat(own.stream(), mcp.offered().stream().map(OfferedMcpTool::definition))
                .toList();
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
                if (tool(tool).isEmpty() && withheld(tool).isEmpty()) {
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

    /** Why that tool of an MCP server is not offered; empty if it is, or if there is none. */
    public Optional<String> withheld(String tool) {
        return Optional.ofNullable(mcp.withheld().get(tool));
    }
}
