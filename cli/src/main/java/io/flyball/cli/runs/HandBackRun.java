package io.flyball.cli.runs;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Shell;
import io.flyball.cli.exit.ExitCode;
import io.flyball.cli.output.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Gives a run back to its agent, with what a person did meanwhile. */
@Command(
        name = "hand-back",
        description = {
            "Hand a paused run back to its agent.",
            "The planner sees what was done by hand, what to go on with, and what to do differently."
        },
        footer = {
            "Example:",
            "  flyball runs hand-back 0199aa10-7c21 --done 'restarted the cache' --next 'verify shop' --approach 'no rollback'"
        })
final class HandBackRun implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "The run's id, or its beginning.")
    private String id = "";

    @Option(names = "--done", required = true, paramLabel = "TEXT", description = "What was done by hand.")
    private String done = "";

    @Option(names = "--next", paramLabel = "TEXT", defaultValue = "", description = "What to go on with.")
    private String next = "";

    @Option(names = "--approach", paramLabel = "TEXT", defaultValue = "", description = "What to do differently.")
    private String approach = "";

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Why; stands in the run's history.")
    private String reason = "";

    @Mixin
    private final Output output = new Output();

    private final Shell shell;
    private final Access access;

    HandBackRun(Shell shell, Access access) {
        this.shell = shell;
        this.access = access;
    }

    @Override
    public Integer call() {
        JsonNode answer = new OrderDesk(access.console(), shell.person()).order(id, "hand-back", reason, text());
        output.write(
                shell.terminal(), answer, () -> shell.terminal().line("Handed back: the agent goes on from there."));
        return ExitCode.OK.code();
    }

    private String text() {
        List<String> parts = new ArrayList<>(List.of("Done by hand: " + done));
        if (!next.isEmpty()) {
            parts.add("Go on with: " + next);
        }
        if (!approach.isEmpty()) {
            parts.add("Change of approach: " + approach);
        }
        return String.join("\n", parts);
    }
}
