package io.flyball.cli.deadletters;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Shell;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The group of commands about dead letters. */
@Command(
        name = "dead-letters",
        description = "List, show and replay records that could not be read.",
        synopsisSubcommandLabel = "COMMAND")
public final class DeadLettersCommand {
    private DeadLettersCommand() {}

    /** The group with its commands. */
    public static CommandLine with(Shell shell, Access access) {
        return new CommandLine(new DeadLettersCommand())
                .addSubcommand(new ListDeadLetters(shell, access))
                .addSubcommand(new ShowDeadLetter(shell, access))
                .addSubcommand(new ReplayDeadLetter(shell, access));
    }
}
