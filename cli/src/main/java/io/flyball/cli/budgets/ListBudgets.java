package io.flyball.cli.budgets;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Console;
import io.flyball.cli.access.Shell;
import io.flyball.cli.exit.ExitCode;
import io.flyball.cli.output.Output;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** How budgets stand. */
@Command(
        name = "list",
        description = "List the budgets of which something was spent, the fullest first.",
        footer = {"Example:", "  flyball budgets list --tenant default"})
final class ListBudgets implements Callable<Integer> {
    @Option(names = "--tenant", paramLabel = "NAME", description = "Of that tenant alone; * has those of all tenants.")
    private @Nullable String tenant;

    @Mixin
    private final Output output = new Output();

    private final Shell shell;
    private final Access access;

    ListBudgets(Shell shell, Access access) {
        this.shell = shell;
        this.access = access;
    }

    @Override
    public Integer call() {
        JsonNode budgets =
                access.console().get("/api/budgets" + (tenant == null ? "" : "?tenant=" + Console.part(tenant)));
        output.writeRows(shell.terminal(), budgets, BudgetColumns.ALL, "Nothing was spent of any budget yet.");
        return ExitCode.OK.code();
    }
}
