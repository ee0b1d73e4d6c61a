package io.flyball.cli.mcp;

import io.flyball.catalogue.AgentDefinition;
import io.flyball.catalogue.Catalogue;
import io.flyball.catalogue.InvalidCatalogue;
import io.flyball.cli.access.Access;
import io.flyball.cli.access.Shell;
import io.flyball.cli.exit.CommandFailed;
import io.flyball.cli.exit.ExitCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Is an MCP server over its input and output, until its input ends. */
@Command(
        name = "serve",
        description = {
            "Offer the tools of one agent to another agent, as an MCP server over standard input and output.",
            "Each call opens a run and is governed as any other action; a change always waits for a person's approval."
        },
        footer = {
            "An MCP client starts it by itself; its configuration names this command.",
            "Example:",
            "  flyball mcp serve --agent operations-reader --environment staging"
        })
final class ServeMcp implements Callable<Integer> {
    @Option(
            names = "--agent",
            paramLabel = "AGENT",
            description = "Whose tools and permissions. Default: operations-reader.")
    private String agent = "operations-reader";

    @Option(names = "--changes", description = "Offer also tools that change something. Default: those that read.")
    private boolean changes;

    @Option(names = "--environment", paramLabel = "NAME", description = "Where it acts. Default: production.")
    private String environment = "production";

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            description =
                    "How long a call waits for its action before it is answered with how to follow it. Default: 50.")
    private int patience = 50;

    @Option(
            names = "--catalogue",
            paramLabel = "FOLDER",
            description = "The catalogue. Default: that of this installation.")
    private @Nullable Path catalogue;

    private final Shell shell;
    private final Access access;

    ServeMcp(Shell shell, Access access) {
        this.shell = shell;
        this.access = access;
    }

    @Override
    public Integer call() throws IOException {
        Catalogue known = known();
        OrderDesk orders =
                new OrderDesk(access.console(), agent, environment, Duration.ofSeconds(Math.max(1, patience)));
        serve(new McpDesk(new ServedTools(known, agent(known), changes), orders));
        return ExitCode.OK.code();
    }

    private Catalogue known() {
        try {
            return Catalogue.load(catalogue == null ? Path.of(shell.variable("FLYBALL_HOME"), "catalogue") : catalogue);
        } catch (InvalidCatalogue e) {
            throw new CommandFailed(ExitCode.USAGE, String.valueOf(e.getMessage()), "Mend that file.");
        }
    }

    private AgentDefinition agent(Catalogue known) {
        return known.agent(agent)
                .orElseThrow(() -> new CommandFailed(
                        ExitCode.NOT_FOUND,
                        "There is no agent " + agent + ".",
                        "There are: "
                                + String.join(
                                        ", ",
                                        known.agents().stream()
                                                .map(AgentDefinition::name)
                                                .toList()) + "."));
    }

    /** A call may wait; others are answered meanwhile. */
    private void serve(McpDesk desk) throws IOException {
        try (ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
                var input = new BufferedReader(
                        new InputStreamReader(shell.terminal().in(), StandardCharsets.UTF_8))) {
            for (String line; (line = input.readLine()) != null; ) {
                String message = line;
                if (!message.isBlank()) {
                    calls.submit(() -> answer(desk, message));
                }
            }
        }
    }

    private void answer(McpDesk desk, String message) {
        try {
            desk.answer(message).ifPresent(answer -> say(answer.toString()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void say(String message) {
        PrintWriter out = shell.terminal().out();
        synchronized (this) {
            out.print(message + "\n");
            out.flush();
        }
    }
}
