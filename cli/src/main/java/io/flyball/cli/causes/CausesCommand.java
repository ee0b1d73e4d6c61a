package io.flyball.cli.causes;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Shell;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The group of commands about causes. */
@Command(
        name = "causes",
        description = "List known kinds of fault, and see what was made of them in a run.",
        synopsisSubcommandLabel = "COMMAND")
public final class CausesCommand {
    private CausesCommand() {}

    /** The group with its commands. */
    public static CommandLine with(Shell shell, Access access) {
        return new CommandLine(new CausesCommand())
                .addSubcommand(new ListCauses(shell))
                .addSubcommand(new ExplainRun(shell, access));
    }
}
