package io.flyball.cli.budgets;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Shell;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The group of commands about budgets. */
@Command(
        name = "budgets",
        description = "See how budgets stand, and let one have more.",
        synopsisSubcommandLabel = "COMMAND")
public final class BudgetsCommand {
    private BudgetsCommand() {}

    /** The group with its commands. */
    public static CommandLine with(Shell shell, Access access) {
        return new CommandLine(new BudgetsCommand())
                .addSubcommand(new ListBudgets(shell, access))
                .addSubcommand(new ShowBudget(shell, access))
                .addSubcommand(new RaiseBudget(shell, access));
    }
}
