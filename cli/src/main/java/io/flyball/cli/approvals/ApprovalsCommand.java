package io.flyball.cli.approvals;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Shell;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The group of commands about approvals. */
@Command(
        name = "approvals",
        description = "List held actions, look at one, approve or deny it.",
        synopsisSubcommandLabel = "COMMAND")
public final class ApprovalsCommand {
    private ApprovalsCommand() {}

    /** The group with its commands. */
    public static CommandLine with(Shell shell, Access access, Clock clock) {
        return new CommandLine(new ApprovalsCommand())
                .addSubcommand(new ListApprovals(shell, access, clock))
                .addSubcommand(new ShowApproval(shell, access, clock))
                .addSubcommand(new Approve(shell, access, clock))
                .addSubcommand(new Deny(shell, access));
    }
}
