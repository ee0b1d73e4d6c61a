package io.flyball.cli.approvals;

import static io.flyball.cli.output.Json.text;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Shell;
import io.flyball.cli.exit.ExitCode;
import io.flyball.cli.output.Output;
import io.flyball.cli.runs.Figures;
import io.flyball.cli.terminal.Column;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** What waits for people. */
@Command(
        name = "list",
        description = "List the actions that are held, the next to expire first.",
        footer = {"Examples:", "  flyball approvals list", "  flyball approvals list -o json | jq -r '.[].id'"})
final class ListApprovals implements Callable<Integer> {
    private static final List<Column<JsonNode>> COLUMNS = List.of(
            Column.of("ID", approval -> text(approval, "id")),
            Column.of("RISK", approval -> text(approval, "risk")),
            Column.flexible("COMMAND", approval -> text(approval, "command")),
            Column.of("STATE", approval -> text(approval, "state")),
            Column.of("EXPIRES", approval -> Figures.second(text(approval, "expiresAt"))),
            Column.wide("AGENT", approval -> text(approval, "agent")),
            Column.wide("ENVIRONMENT", approval -> text(approval, "environment")),
            Column.wide("TARGET", approval -> text(approval, "target", "-")),
            Column.wide("HELD BECAUSE", approval -> text(approval, "policyReason")),
            Column.wide("REASONING", approval -> text(approval, "reasoning")));

    @Option(names = "--all", description = "Also those that were answered or have expired.")
    private boolean all;

    @Mixin
    private final Output output = new Output();

    private final Shell shell;
    private final Access access;

    ListApprovals(Shell shell, Access access) {
        this.shell = shell;
        this.access = access;
    }

    @Override
    public Integer call() {
        JsonNode approvals = access.console().get("/api/approvals" + (all ? "?all=true" : ""));
        output.writeRows(shell.terminal(), approvals, COLUMNS, "Nothing waits for approval.");
        return ExitCode.OK.code();
    }
}
