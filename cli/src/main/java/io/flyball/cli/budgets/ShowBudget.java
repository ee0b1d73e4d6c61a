package io.flyball.cli.budgets;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Console;
import io.flyball.cli.access.Shell;
import io.flyball.cli.exit.ExitCode;
import io.flyball.cli.output.Output;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** How one budget stands. */
@Command(
        name = "show",
        description = "Show one budget, in each of its periods and units that are known.",
        footer = {"Example:", "  flyball budgets show principal:ann:day"})
final class ShowBudget implements Callable<Integer> {
    @Parameters(paramLabel = "BUDGET", description = "The budget, as a refusal or the list names it.")
    private String budget = "";

    @Mixin
    private final Output output = new Output();

    private final Shell shell;
    private final Access access;

    ShowBudget(Shell shell, Access access) {
        this.shell = shell;
        this.access = access;
    }

    @Override
    public Integer call() {
        JsonNode budgets = access.console().get("/api/budgets?budget=" + Console.part(budget));
        output.writeRows(
                shell.terminal(), budgets, BudgetColumns.ALL, "Nothing was spent of a budget of that name yet.");
        return ExitCode.OK.code();
    }
}
