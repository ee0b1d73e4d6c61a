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

/** A person goes on by hand. */
@Command(
        name = "take-over",
        description = "Take a run over: it pauses and says that you go on by hand.",
        footer = {"Example:", "  flyball runs take-over 0199aa10-7c21 --reason 'I know this one'"})
final class TakeOverRun implements Callable<Integer> {
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

    TakeOverRun(Shell shell, Access access) {
        this.shell = shell;
        this.access = access;
    }

    @Override
    public Integer call() {
        JsonNode answer = new OrderDesk(access.console(), shell.person()).order(id, "take-over", reason);
        output.write(
                shell.terminal(),
                answer,
                () -> shell.terminal()
                        .line("It is yours: nothing new begins until you hand it back ('flyball runs hand-back')."));
        return ExitCode.OK.code();
    }
}
