package io.flyball.cli.approvals;

import static io.flyball.cli.output.Json.text;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Shell;
import io.flyball.cli.access.ShortIds;
import io.flyball.cli.exit.ExitCode;
import io.flyball.cli.output.Output;
import io.flyball.cli.runs.Figures;
import io.flyball.cli.terminal.Column;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
    @Option(names = "--all", description = "Also those that were answered or have expired.")
    private boolean all;

    @Mixin
    private final Output output = new Output();

    private final Shell shell;
    private final Access access;
    private final Clock clock;

    ListApprovals(Shell shell, Access access, Clock clock) {
        this.shell = shell;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        JsonNode approvals = access.console().get("/api/approvals" + (all ? "?all=true" : ""));
        output.writeRows(shell.terminal(), approvals, withIds(approvals), "Nothing waits for approval.");
        return ExitCode.OK.code();
    }

    /** Told apart among those that are listed, which are also those that a beginning is looked up among. */
    private List<Column<JsonNode>> withIds(JsonNode approvals) {
        ShortIds ids = new ShortIds(
                approvals.valueStream().map(approval -> text(approval, "id")).toList());
        return Stream.concat(Stream.of(Column.<JsonNode>of("ID", it -> ids.of(text(it, "id")))), columns().stream())
                .toList();
    }

    private List<Column<JsonNode>> columns() {
        return List.of(
                Column.of("RISK", approval -> text(approval, "risk")),
                Column.flexible("COMMAND", approval -> text(approval, "command")),
                Column.of("ENVIRONMENT", approval -> text(approval, "environment")),
                Column.of("AGENT", approval -> text(approval, "agent")),
                Column.of("LEFT", approval -> ApprovalWords.left(approval, clock.instant())),
                Column.flexible("HELD BECAUSE", approval -> text(approval, "policyReason")),
                Column.wide("EXPIRES", approval -> Figures.second(text(approval, "expiresAt"))),
                Column.wide("TARGET", approval -> text(approval, "target", "-")),
                Column.wide("REACHES", approval -> text(approval, "blastRadius", "-")),
                Column.wide("REASONING", approval -> text(approval, "reasoning")),
                Column.wide("FULL ID", approval -> text(approval, "id")));
    }
}
