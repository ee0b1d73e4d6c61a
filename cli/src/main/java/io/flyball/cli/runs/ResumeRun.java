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

/** Lets a paused run go on. */
@Command(
        name = "resume",
        description = "Let a paused run go on.",
        footer = {"Example:", "  flyball runs resume 0199aa10-7c21 --reason 'the sale is over'"})
final class ResumeRun implements Callable<Integer> {
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

    ResumeRun(Shell shell, Access access) {
        this.shell = shell;
        this.access = access;
    }

    @Override
    public Integer call() {
        JsonNode answer = new OrderDesk(access.console(), shell.person()).order(id, "resume", reason);
        output.write(shell.terminal(), answer, () -> shell.terminal().line("Ordered to go on."));
        return ExitCode.OK.code();
    }
}
