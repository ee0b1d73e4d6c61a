package io.flyball.cli.mcp;

import io.flyball.cli.access.Shell;
import io.flyball.toolexecutor.commands.CommandSettings;
import io.flyball.toolexecutor.commands.Walls;
import io.flyball.toolexecutor.mcp.McpSettings;
import io.flyball.toolexecutor.process.ControlGroups;
import io.flyball.toolexecutor.process.ResourceLimits;
import io.flyball.toolexecutor.process.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** An executor's settings as they are unless somebody sets them, with the variables of whoever types. */
final class HereSettings {
    private static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
    private static final ResourceLimits LIMITS = new ResourceLimits(1024, 1024, 256, 1024, 600, 64);

    private HereSettings() {}

    static McpSettings of(Shell shell) throws IOException {
        Path scratch = Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir"), "flyball-mcp-check"));
        Sandbox sandbox = Sandbox.tried(Path.of("/usr/bin/bwrap"), scratch, LIMITS, ControlGroups.NONE);
        CommandSettings commands =
                new CommandSettings(PATH, scratch, Map.of(), LIMITS, new Walls(sandbox, false, List.of()));
        return new McpSettings(commands, name -> shell.environment().get(name));
    }
}
