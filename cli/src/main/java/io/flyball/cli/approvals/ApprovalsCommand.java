package io.flyball.cli.approvals;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Shell;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The group of commands about approvals. */
@Command(
        name = "approvals",
        description = "List held actions, approve or deny them.",
        synopsisSubcommandLabel = "COMMAND")
public final class ApprovalsCommand {
    private ApprovalsCommand() {}

    /** The group with its commands. */
    public static CommandLine with(Shell shell, Access access) {
        return new CommandLine(new ApprovalsCommand())
                .addSubcommand(new ListApprovals(shell, access))
                .addSubcommand(new Approve(shell, access))
                .addSubcommand(new Deny(shell, access));
    }
}
