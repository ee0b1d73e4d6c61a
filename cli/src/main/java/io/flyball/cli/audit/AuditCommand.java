package io.flyball.cli.audit;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Shell;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The group of commands about the audit. */
@Command(
        name = "audit",
        description = "Search what was recorded, take it out, check that nobody changed it.",
        synopsisSubcommandLabel = "COMMAND")
public final class AuditCommand {
    private AuditCommand() {}

    /** The group with its commands. */
    public static CommandLine with(Shell shell, Access access) {
        return new CommandLine(new AuditCommand())
                .addSubcommand(new SearchAudit(shell, access))
                .addSubcommand(new ExportAudit(shell, access))
                .addSubcommand(new VerifyAudit(shell, access));
    }
}
