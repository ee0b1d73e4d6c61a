package io.flyball.toolexecutor.mcp;

import io.flyball.catalogue.mcp.AcceptedTools;
import io.flyball.catalogue.mcp.McpServer;
import io.flyball.catalogue.mcp.McpTools;
import io.flyball.catalogue.mcp.OfferedMcpTool;
import io.flyball.catalogue.mcp.ShownTools;
import io.flyball.toolexecutor.commands.CommandSettings;
import io.flyball.toolexecutor.commands.Walls;
import io.flyball.toolexecutor.process.ControlGroups;
import io.flyball.toolexecutor.process.Ending;
import io.flyball.toolexecutor.process.ResourceLimits;
import io.flyball.toolexecutor.process.Sandbox;
import io.flyball.toolexecutor.tools.Action;
import io.flyball.toolexecutor.tools.Mark;
import io.flyball.toolexecutor.tools.Permissions;
import io.flyball.toolexecutor.tools.Plan;
import io.flyball.toolexecutor.tools.ToolOutcome;
import io.flyball.toolexecutor.tools.ToolRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A catalogue with MCP servers, and calls of their tools as an executor makes them. */
final class McpUnderTest {
    static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
    private static final ResourceLimits LIMITS = new ResourceLimits(1024, 64, 256, 4096, 600, 64);
    private static final Permissions NONE = new Permissions(List.of(), List.of(), List.of(), List.of());

    private final Path folder;
    final Map<String, String> variables = new HashMap<>();
    final List<ShownTools> told = new ArrayList<>();

    McpUnderTest(Path folder) throws IOException {
        this.folder = folder.toRealPath();
        Files.createDirectories(this.folder.resolve("mcp/accepted"));
        Files.createDirectories(this.folder.resolve("own"));
        try (var script = McpUnderTest.class.getResourceAsStream("/mcp/server.sh")) {
            Files.write(this.folder.resolve("server.sh"), script.readAllBytes());
        }
    }

    /** The server's own folder. */
    Path own() {
        return folder.resolve("own");
    }

    /** How that server of ours is declared that behaves so. */
    String script(String mode, String... more) {
        return "command: [sh, %s/server.sh, %s, %s/own%s]\naccess: {environment: %s, sandbox: {writable: [%s/own]}}"
                .formatted(
                        folder,
                        mode,
                        folder,
                        more.length == 0 ? "" : ", '" + String.join("', '", more) + "'",
                        List.copyOf(variables.keySet()),
                        folder);
    }

    /** Declares it, and accepts what it shows. */
    McpUnderTest declared(String how, String... tools) throws IOException {
        declare(how, "", tools);
        Inspection inspection = Inspection.of(server(), settings());
        declare(how, "hash: " + inspection.shown().hash(), tools);
        Files.writeString(
                AcceptedTools.file(folder, "test"), inspection.accepted("test").yaml());
        return this;
    }

    /** Declares it otherwise; what was accepted stays accepted. */
    void redeclare(String how, String... tools) throws IOException {
        declare(how, "hash: " + server().hash(), tools);
    }

    private void declare(String how, String hash, String... tools) throws IOException {
        StringBuilder file = new StringBuilder("name: test\npurpose: Tests.\n" + how + "\n" + hash + "\ntools:\n");
        for (String tool : tools) {
            file.append("  - {tool: ").append(tool).append(", description: Tried., effect: READ, operation: read}\n");
        }
        Files.writeString(folder.resolve("mcp/test.yaml"), file);
    }

    McpServer server() {
        return McpTools.load(folder).servers().getFirst();
    }

    McpSettings settings() {
        try {
            Path scratch = Files.createDirectories(folder.resolve("scratch"));
            Sandbox sandbox = Sandbox.tried(Path.of("/usr/bin/bwrap"), scratch, LIMITS, ControlGroups.NONE);
            Walls walls = new Walls(sandbox, false, List.of());
            return new McpSettings(new CommandSettings(PATH, scratch, Map.of(), LIMITS, walls), variables::get);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    Plan plan(String tool, String arguments) {
        OfferedMcpTool offered = McpTools.load(folder).find("test_" + tool).orElseThrow();
        return new McpTool(offered, settings(), (_, _, now) -> told.add(now))
                .plan(new ToolRequest("action-1", arguments, NONE, 10_000));
    }

    ToolOutcome call(String tool, String arguments) throws IOException {
        return call(tool, arguments, new Ending());
    }

    ToolOutcome call(String tool, String arguments, Ending ending) throws IOException {
        try (Action action = ((Plan.Ready) plan(tool, arguments)).action()) {
            action.arm(new Mark("run-1", UUID.randomUUID().toString(), "tester", null, Set.of()));
            action.observe(ending);
            return action.perform(ending);
        }
    }
}
