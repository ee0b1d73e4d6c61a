package io.flyball.cli.runs;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Shell;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The group of commands about runs. */
@Command(name = "runs", description = "List, show, watch, open and steer runs.", synopsisSubcommandLabel = "COMMAND")
public final class RunsCommand {
    private RunsCommand() {}

    /** The group with its commands. */
    public static CommandLine with(Shell shell, Access access) {
        return new CommandLine(new RunsCommand())
                .addSubcommand(new ListRuns(shell, access))
                .addSubcommand(new ShowRun(shell, access))
                .addSubcommand(new WatchRun(shell, access))
                .addSubcommand(new OpenRun(shell, access))
                .addSubcommand(new PauseRun(shell, access))
                .addSubcommand(new ResumeRun(shell, access))
                .addSubcommand(new CancelRun(shell, access))
                .addSubcommand(new TakeOverRun(shell, access))
                .addSubcommand(new HandBackRun(shell, access))
                .addSubcommand(new AnswerRun(shell, access));
    }
}
