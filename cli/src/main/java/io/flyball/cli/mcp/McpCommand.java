package io.flyball.cli.mcp;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Shell;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The group of commands about the Model Context Protocol. */
@Command(
        name = "mcp",
        description = "Look at MCP servers and their tools, or be one.",
        synopsisSubcommandLabel = "COMMAND",
        footer = "How a server is connected, and what is checked, stands in docs/how-to/mcp.md.")
public final class McpCommand {
    private McpCommand() {}

    /** The group with its commands. */
    public static CommandLine with(Shell shell, Access access) {
        return new CommandLine(new McpCommand())
                .addSubcommand(new ListMcpTools(shell))
                .addSubcommand(new CheckMcpServer(shell))
                .addSubcommand(new ServeMcp(shell, access));
    }
}
