package io.flyball.cli.runs;

import static io.flyball.cli.output.Json.text;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Console;
import io.flyball.cli.access.Shell;
import io.flyball.cli.exit.ExitCode;
import io.flyball.cli.output.Output;
import io.flyball.cli.terminal.Column;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** The newest runs. */
@Command(
        name = "list",
        description = "List runs, newest first.",
        footer = {
            "Examples:",
            "  flyball runs list --status OPEN",
            "  flyball runs list --queued",
            "  flyball runs list -o json | jq -r '.[] | select(.outcome == \"ESCALATED\") | .id'"
        })
final class ListRuns implements Callable<Integer> {
    private static final List<Column<JsonNode>> COLUMNS = List.of(
            new Column<>("ID", run -> RunIds.brief(text(run, "id")), false, false),
            Column.of("AGENT", run -> text(run, "agent")),
            Column.of("STATUS", run -> text(run, "status")),
            Column.of("OUTCOME", run -> text(run, "outcome", "-")),
            Column.flexible("ALERT", run -> text(run.path("alert"), "name", "-")),
            Column.of("OPENED", run -> Figures.second(text(run, "openedAt"))),
            Column.wide("CLOSED", run -> Figures.second(text(run, "closedAt", "-"))),
            Column.wide("STEP", run -> text(run, "step")),
            Column.wide(
                    "COST",
                    run -> Figures.dollars(run.path("cost").path("micros").asLong(0))),
            Column.wide("ENVIRONMENT", run -> text(run, "environment")),
            Column.wide("PRINCIPAL", run -> text(run, "principal")),
            Column.wide("FULL ID", run -> text(run, "id")));

    private static final List<Column<JsonNode>> QUEUE = List.of(
            new Column<>("ID", run -> RunIds.brief(text(run, "id")), false, false),
            Column.of("AGENT", run -> text(run, "agent")),
            Column.of("POSITION", run -> text(run.path("queue"), "position", "-")),
            Column.of("SINCE", run -> Figures.second(text(run.path("queue"), "since", text(run, "openedAt")))),
            Column.of("AGE", ListRuns::age),
            Column.flexible("REASON", run -> text(run.path("queue"), "reason", "-")),
            Column.wide("UNTIL", run -> text(run.path("queue"), "until", "-")),
            Column.wide("BEHIND", ListRuns::behind),
            Column.wide("ALERTS JOINED", run -> text(run, "alertsJoined")),
            Column.wide("FULL ID", run -> text(run, "id")));

    @Option(
            names = "--queued",
            description = "Only runs that wait for their turn: why, since when, and how many were before them.")
    private boolean queued;

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            description = {
                "Only runs that stand there: QUEUED, PLANNING, ACTING, AWAITING_APPROVAL, AWAITING_ANSWER, "
                        + "DELEGATING, HELD, PAUSED, ENDED, several separated by commas; or OPEN for all but ENDED."
            })
    private @Nullable String status;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "How many at most, up to 2000. Default: ${DEFAULT-VALUE}.")
    private int limit;

    @Mixin
    private final Output output = new Output();

    private final Shell shell;
    private final Access access;

    ListRuns(Shell shell, Access access) {
        this.shell = shell;
        this.access = access;
    }

    @Override
    public Integer call() {
        String narrowed = queued ? "QUEUED" : status;
        String wanted = narrowed == null ? "" : "&status=" + Console.part(narrowed);
        String summary = output.forPrograms() ? "" : "&summary=true";
        JsonNode runs = access.console().get("/api/runs?limit=" + limit + wanted + summary);
        output.writeRows(
                shell.terminal(),
                runs,
                queued ? QUEUE : COLUMNS,
                queued ? "No run waits for its turn." : "No runs. Send an alert: flyball alerts send FILE");
        return ExitCode.OK.code();
    }

    private static String behind(JsonNode run) {
        String ids = StreamSupport.stream(run.path("queue").path("behind").spliterator(), false)
                .map(JsonNode::asString)
                .collect(Collectors.joining(" "));
        return ids.isEmpty() ? "-" : ids;
    }

    private static String age(JsonNode run) {
        String since = text(run.path("queue"), "since", text(run, "openedAt"));
        return Figures.between(since, Instant.now().toString());
    }
}
