package io.flyball.cli.runs;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Shell;
import io.flyball.cli.exit.ExitCode;
import io.flyball.cli.output.Output;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** What orders about a run have in common: which run, why, and how the answer is shown. */
final class Order {
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

    /** Gives that order as the person at the shell; {@code said} is told when it was taken. */
    int give(String order, Shell shell, Access access, String said) {
        JsonNode answer = new OrderDesk(access.console(), shell.person()).order(id, order, reason);
        output.write(shell.terminal(), answer, () -> shell.terminal().line(said));
        return ExitCode.OK.code();
    }
}
