package io.flyball.cli.trash;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Shell;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The group of commands about the trash. */
@Command(
        name = "trash",
        description = {
            "List and bring back what agents deleted or replaced on this machine.",
            "The suite need not be up; the trash of another executor is named with --folder."
        },
        synopsisSubcommandLabel = "COMMAND")
public final class TrashCommand {
    private TrashCommand() {}

    /** The group with its commands. */
    public static CommandLine with(Shell shell, Access access, Clock clock) {
        return new CommandLine(new TrashCommand())
                .addSubcommand(new ListTrash(shell, access))
                .addSubcommand(new RestoreFromTrash(shell, access, clock))
                .addSubcommand(new EmptyTrash(shell, access, clock));
    }
}
