package io.flyball.cli.audit;

import static io.flyball.cli.output.Json.text;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Console;
import io.flyball.cli.access.Shell;
import io.flyball.cli.exit.CommandFailed;
import io.flyball.cli.exit.ExitCode;
import io.flyball.cli.output.Json;
import io.flyball.cli.output.Output;
import io.flyball.cli.runs.Figures;
import io.flyball.cli.terminal.Column;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Entries by who, what, where and when. */
@Command(
        name = "search",
        description = "List what was recorded; all that is given must fit.",
        footer = {
            "Examples:",
            "  flyball audit search --tool run_command --target service:shop",
            "  flyball audit search --by ann --since 2026-11-27T00:00:00Z -o json"
        })
final class SearchAudit implements Callable<Integer> {
    private static final List<Column<JsonNode>> COLUMNS = List.of(
            Column.of("AT", entry -> Figures.second(text(entry, "at"))),
            Column.of("KIND", entry -> text(entry, "kind")),
            Column.of("BY", entry -> text(entry, "actor")),
            Column.of("RUN", entry -> text(entry, "runId", "-")),
            Column.of("TOOL", entry -> text(entry, "tool", "-")),
            Column.of("TARGET", entry -> text(entry, "target", "-")),
            Column.flexible("DETAIL", entry -> text(entry, "detailJson")),
            Column.wide("AGENT", entry -> text(entry, "agent", "-")),
            Column.wide("ACTION", entry -> text(entry, "actionId", "-")),
            Column.wide("SERVICE", entry -> text(entry, "service")));

    @Option(names = "--run", paramLabel = "ID", description = "Of this run.")
    private String run = "";

    @Option(names = "--agent", paramLabel = "AGENT", description = "By or about this agent.")
    private String agent = "";

    @Option(names = "--tool", paramLabel = "TOOL", description = "About this tool.")
    private String tool = "";

    @Option(names = "--target", paramLabel = "TARGET", description = "About this target, for example service:shop.")
    private String target = "";

    @Option(names = "--by", paramLabel = "WHO", description = "Caused by this person, agent or service.")
    private String by = "";

    @Option(names = "--since", paramLabel = "TIME", description = "Not earlier, for example 2026-11-27T03:00:00Z.")
    private String since = "";

    @Option(names = "--until", paramLabel = "TIME", description = "Earlier than this.")
    private String until = "";

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "1000",
            description = "At most so many. Default: ${DEFAULT-VALUE}.")
    private int limit;

    @Mixin
    private final Output output = new Output();

    private final Shell shell;
    private final Access access;

    SearchAudit(Shell shell, Access access) {
        this.shell = shell;
        this.access = access;
    }

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new CommandFailed(ExitCode.USAGE, "--limit must be at least 1.", "");
        }
        ArrayNode entries = Json.object().putArray("entries");
        long[] more = new long[1];
        access.console().lines("/api/audit" + query(), line -> {
            if (entries.size() < limit) {
                entries.add(Json.parse(line));
            } else {
                more[0]++;
            }
        });
        output.writeRows(shell.terminal(), entries, COLUMNS, "Nothing was recorded that fits.");
        if (more[0] > 0) {
            shell.terminal().hint("%d more are not shown; narrow the search or raise --limit.".formatted(more[0]));
        }
        return ExitCode.OK.code();
    }

    private String query() {
        Map<String, String> wanted = new LinkedHashMap<>();
        wanted.put("run", run);
        wanted.put("agent", agent);
        wanted.put("tool", tool);
        wanted.put("target", target);
        wanted.put("by", by);
        wanted.put("since", since);
        wanted.put("until", until);
        wanted.values().removeIf(String::isEmpty);
        return wanted.isEmpty()
                ? ""
                : wanted.entrySet().stream()
                        .map(it -> it.getKey() + "=" + Console.part(it.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }
}
