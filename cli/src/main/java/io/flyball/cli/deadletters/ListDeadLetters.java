package io.flyball.cli.deadletters;

import static io.flyball.cli.output.Json.text;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Shell;
import io.flyball.cli.exit.ExitCode;
import io.flyball.cli.output.Output;
import io.flyball.cli.runs.Figures;
import io.flyball.cli.terminal.Column;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** All of them. */
@Command(
        name = "list",
        description = "List dead letters, newest first.",
        footer = {"Example:", "  flyball dead-letters list -o wide"})
final class ListDeadLetters implements Callable<Integer> {
    private static final List<Column<JsonNode>> COLUMNS = List.of(
            Column.of("ID", letter -> text(letter, "id")),
            Column.of("AT", letter -> Figures.second(text(letter, "at"))),
            Column.flexible("REASON", letter -> text(letter, "reason")),
            Column.of("REPLAYED", letter -> Figures.second(text(letter, "replayedAt", "-"))),
            Column.wide("KEY", letter -> text(letter, "key", "-")),
            Column.wide("BYTES", letter -> text(letter, "bytes")),
            Column.wide("SCHEMA", letter -> text(letter, "schemaId", "-")),
            Column.wide("FOUND BY", ListDeadLetters::services),
            Column.wide("EXCEPTION", letter -> text(letter, "exception", "-")));

    @Mixin
    private final Output output = new Output();

    private final Shell shell;
    private final Access access;

    ListDeadLetters(Shell shell, Access access) {
        this.shell = shell;
        this.access = access;
    }

    private static String services(JsonNode letter) {
        return letter.path("services").valueStream().map(JsonNode::asString).collect(Collectors.joining(","));
    }

    @Override
    public Integer call() {
        JsonNode letters = access.console().get("/api/dead-letters");
        output.writeRows(shell.terminal(), letters, COLUMNS, "No dead letters.");
        return ExitCode.OK.code();
    }
}
