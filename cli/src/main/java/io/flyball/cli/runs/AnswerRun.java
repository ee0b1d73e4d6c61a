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

/** A person answers what a run asks. */
@Command(
        name = "answer",
        description = "Answer the question of a run that waits for it.",
        footer = {"Example:", "  flyball runs answer 0199aa10-7c21 --text 'yes, after 18:00'"})
final class AnswerRun implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "The run's id, or its beginning.")
    private String id = "";

    @Option(names = "--text", required = true, paramLabel = "TEXT", description = "The answer.")
    private String text = "";

    @Mixin
    private final Output output = new Output();

    private final Shell shell;
    private final Access access;

    AnswerRun(Shell shell, Access access) {
        this.shell = shell;
        this.access = access;
    }

    @Override
    public Integer call() {
        JsonNode answer = new OrderDesk(access.console(), shell.person()).order(id, "answer", "", text);
        output.write(shell.terminal(), answer, () -> shell.terminal().line("Answered."));
        return ExitCode.OK.code();
    }
}
