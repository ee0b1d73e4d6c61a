package io.flyball.cli.alerts;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Shell;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The group of commands about alerts. */
@Command(name = "alerts", description = "Send alerts, and see who else can.", synopsisSubcommandLabel = "COMMAND")
public final class AlertsCommand {
    private AlertsCommand() {}

    /** The group with its commands. */
    public static CommandLine with(Shell shell, Access access) {
        return new CommandLine(new AlertsCommand())
                .addSubcommand(new SendAlerts(shell, access))
                .addSubcommand(new ListSources(shell));
    }
}
