package io.flyball.cli.mcp;

import io.flyball.catalogue.InvalidCatalogue;
import io.flyball.catalogue.YamlFolder;
import io.flyball.catalogue.mcp.AcceptedTools;
import io.flyball.catalogue.mcp.McpServer;
import io.flyball.cli.access.Shell;
import io.flyball.cli.exit.CommandFailed;
import io.flyball.cli.exit.ExitCode;
import io.flyball.cli.output.Output;
import io.flyball.toolexecutor.mcp.Inspection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks one server what it shows, held as the executor would hold it, and compares that with what was accepted. */
@Command(
        name = "check",
        description = {
            "Connect to an MCP server and show its tools, the hash over them, and what differs from what was accepted.",
            "No tool is called. A server with a command runs in the executor's sandbox for as long as it is asked."
        },
        footer = {
            "Ends with 0 if it shows what was accepted, with 1 if not, with 3 if it cannot be asked.",
            "To accept what it shows: read it, save it with --save, and put the hash into the file as `hash:`.",
            "What tools are called and say of themselves is the server's word; the effect is that of the file.",
            "Example:",
            "  flyball mcp check catalogue/mcp/reports.yaml --save"
        })
final class CheckMcpServer implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The server's file, mcp/NAME.yaml of the catalogue.")
    private Path file = Path.of("");

    @Option(
            names = "--save",
            description =
                    "Save what it shows beside the file, in accepted/NAME.yaml. It counts only with its hash in FILE.")
    private boolean save;

    @Mixin
    private final Output output = new Output();

    private final Shell shell;

    CheckMcpServer(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        McpServer server = server();
        Optional<AcceptedTools> accepted = accepted(server);
        Inspection seen = inspect(server);
        if (save) {
            save(seen.accepted(server.name()));
        }
        McpReport report = new McpReport(server, seen, accepted.map(AcceptedTools::shown));
        output.write(shell.terminal(), report.json(), () -> report.lines().forEach(shell.terminal()::line));
        return (report.isAccepted() ? ExitCode.OK : ExitCode.FAILED).code();
    }

    private McpServer server() {
        try {
            return YamlFolder.readFile(file, McpServer.class);
        } catch (InvalidCatalogue e) {
            throw new CommandFailed(
                    ExitCode.USAGE,
                    String.valueOf(e.getMessage()),
                    "How a server is declared stands in docs/how-to/mcp.md.");
        }
    }

    private Path beside(String name) {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a folder");
        return folder.resolve("accepted").resolve(name + ".yaml");
    }

    private Optional<AcceptedTools> accepted(McpServer server) {
        Path saved = beside(server.name());
        try {
            return Files.isRegularFile(saved)
                    ? Optional.of(YamlFolder.readFile(saved, AcceptedTools.class))
                    : Optional.empty();
        } catch (InvalidCatalogue e) {
            throw new CommandFailed(ExitCode.USAGE, String.valueOf(e.getMessage()), "Take it away and save it anew.");
        }
    }

    private Inspection inspect(McpServer server) {
        try {
            return Inspection.of(server, HereSettings.of(shell));
        } catch (IOException e) {
            throw new CommandFailed(
                    ExitCode.UNREACHABLE,
                    "The MCP server " + server.name() + " cannot be asked: "
                            + io.flyball.cli.terminal.Text.printable(String.valueOf(e.getMessage())),
                    "See that its command or url, its hosts and its sandbox are right, and that its variables are set.");
        }
    }

    private void save(AcceptedTools seen) {
        Path saved = beside(seen.server());
        try {
            Files.createDirectories(Objects.requireNonNull(saved.getParent(), "it has a folder"));
            Files.writeString(saved, seen.yaml());
            shell.terminal().hint("Saved to " + saved + ".");
        } catch (IOException e) {
            throw new CommandFailed(ExitCode.FAILED, "It cannot be saved: " + e, "See that the folder can be written.");
        }
    }
}
