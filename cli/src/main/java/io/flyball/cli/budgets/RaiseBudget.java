package io.flyball.cli.budgets;

import static io.flyball.cli.output.Json.text;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Shell;
import io.flyball.cli.exit.ExitCode;
import io.flyball.cli.output.Json;
import io.flyball.cli.output.Output;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Lets a budget have more. */
@Command(
        name = "raise",
        description = {
            "Let a budget have more until its period ends. Runs that wait for it go on.",
            "It needs the role approver, and is bounded: highestRaise in catalogue/budgets.yaml."
        },
        footer = {
            "Examples:",
            "  flyball budgets raise run:0199aa10-7c21-7e60-8000-000000000001 --to 300000 --reason 'nearly done'",
            "  flyball budgets raise principal:ann:day --to '$75.50' --reason 'the sale'"
        })
final class RaiseBudget implements Callable<Integer> {
    @Parameters(paramLabel = "BUDGET", description = "The budget, as a refusal or the list names it.")
    private String budget = "";

    @Option(
            names = "--to",
            required = true,
            paramLabel = "LIMIT",
            converter = Amounts.Reader.class,
            description = "The limit from now on: tokens, or dollars with a $ before them.")
    private Amounts.Limit to = new Amounts.Limit(0, Amounts.TOKENS);

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; it is written down.")
    private String reason = "";

    @Option(names = "--tenant", paramLabel = "NAME", description = "Whose it is, where several have such a budget.")
    private @Nullable String tenant;

    @Mixin
    private final Output output = new Output();

    private final Shell shell;
    private final Access access;

    RaiseBudget(Shell shell, Access access) {
        this.shell = shell;
        this.access = access;
    }

    @Override
    public Integer call() {
        JsonNode answer = access.console().post("/api/budgets/raise", body());
        output.write(shell.terminal(), answer, () -> tell(answer));
        return ExitCode.OK.code();
    }

    private ObjectNode body() {
        ObjectNode body = Json.object()
                .put("budget", budget)
                .put("unit", to.unit())
                .put("to", to.amount())
                .put("reason", reason)
                .put("by", shell.person())
                .put("channel", "cli");
        if (tenant != null) {
            body.put("tenant", tenant);
        }
        return body;
    }

    private void tell(JsonNode answer) {
        JsonNode now = answer.path("budget");
        shell.terminal()
                .line("%s may have %s now; %s are used. It begins anew: %s."
                        .formatted(
                                text(now, "budget"),
                                BudgetColumns.amount(now, "limit"),
                                BudgetColumns.amount(now, "used"),
                                text(now, "resetsAt", "never")));
        answer.path("resumed")
                .valueStream()
                .forEach(run -> shell.terminal().line("Run " + run.asString() + " goes on."));
    }
}
