package io.flyball.cli.trash;

import static io.flyball.cli.output.Json.text;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Shell;
import io.flyball.cli.exit.ExitCode;
import io.flyball.cli.output.Output;
import io.flyball.cli.runs.Figures;
import io.flyball.cli.terminal.Column;
import io.flyball.files.trash.Entries;
import io.flyball.files.trash.Manifest;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What lies in the trash. */
@Command(
        name = "list",
        description = "List what lies in the trash, newest first.",
        footer = {"Example:", "  flyball trash list -o json | jq '.[].path'"})
final class ListTrash implements Callable<Integer> {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<Column<JsonNode>> COLUMNS = List.of(
            Column.of("ID", entry -> text(entry, "id")),
            Column.of("AT", entry -> Figures.second(text(entry, "at"))),
            Column.of("WHY", entry -> text(entry, "why")),
            Column.flexible("PATH", entry -> text(entry, "path")),
            Column.of("THINGS", entry -> text(entry, "count")),
            Column.of("BYTES", entry -> text(entry, "bytes")),
            Column.of("AGENT", entry -> text(entry.path("by"), "agent")),
            Column.wide("RUN", entry -> text(entry.path("by"), "run")),
            Column.wide("KEPT UNTIL", entry -> Figures.second(text(entry, "keptUntil"))));

    @Mixin
    private final TrashFolder folder = new TrashFolder();

    @Mixin
    private final Output output = new Output();

    private final Shell shell;
    private final Access access;

    ListTrash(Shell shell, Access access) {
        this.shell = shell;
        this.access = access;
    }

    @Override
    public Integer call() throws IOException {
        Entries.Listing listing = folder.trash(access).list();
        ArrayNode entries = JSON.createArrayNode();
        listing.entries().forEach(entry -> entries.add(json(entry)));
        output.writeRows(shell.terminal(), entries, COLUMNS, "The trash is empty.");
        listing.unreadable().forEach(why -> shell.terminal().err().println("Left out: " + why));
        return ExitCode.OK.code();
    }

    private static ObjectNode json(Manifest entry) {
        ObjectNode node = JSON.valueToTree(entry);
        return node.put("count", entry.count()).put("bytes", entry.bytes());
    }
}
