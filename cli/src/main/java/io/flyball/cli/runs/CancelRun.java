package io.flyball.cli.runs;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Shell;
import io.flyball.cli.exit.ExitCode;
import io.flyball.cli.output.Output;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Ends a run. */
@Command(
        name = "cancel",
        description = "Cancel a run, open or waiting for its turn: tools that run are ended.",
        footer = {"Example:", "  flyball runs cancel 0199aa10-7c21 --reason 'wrong service'"})
final class CancelRun implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "The run's id, or its beginning.")
    private String id = "";

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

    CancelRun(Shell shell, Access access) {
        this.shell = shell;
        this.access = access;
    }

    @Override
    public Integer call() {
        JsonNode answer = new OrderDesk(access.console(), shell.person()).order(id, "cancel", reason);
        output.write(
                shell.terminal(), answer, () -> shell.terminal().line("Ordered to end: tools that run are ended."));
        return ExitCode.OK.code();
    }
}
