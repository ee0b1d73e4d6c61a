package io.flyball.cli.causes;

import static io.flyball.cli.output.Json.text;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Console;
import io.flyball.cli.access.Shell;
import io.flyball.cli.exit.ExitCode;
import io.flyball.cli.output.Json;
import io.flyball.cli.output.Output;
import io.flyball.cli.runs.RunIds;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a run took for the cause, and why: its briefing, and the reasons of its decisions. */
@Command(
        name = "explain",
        description = {
            "Say what a run took for the cause, what speaks for it, and what was ruled out by what.",
            "A run that healed tells its cause and what was seen; one that handed over has the whole briefing."
        },
        footer = {"Example:", "  flyball causes explain 0199aa10-7c21"})
final class ExplainRun implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", description = "The run's id, or its beginning.")
    private String id = "";

    @Mixin
    private final Output output = new Output();

    private final Shell shell;
    private final Access access;

    ExplainRun(Shell shell, Access access) {
        this.shell = shell;
        this.access = access;
    }

    @Override
    public Integer call() {
        Console console = access.console();
        JsonNode run = console.get("/api/runs/" + Console.part(RunIds.resolve(console, id)));
        ObjectNode told = Json.object()
                .put("id", text(run, "id"))
                .put("outcome", text(run, "outcome"))
                .put("says", first(text(run.path("handOver"), "reason"), text(run, "summary")))
                .put("because", first(text(run.path("handOver"), "known"), text(run, "rootCause")));
        told.set("decisions", decisions(run));
        output.write(shell.terminal(), told, () -> lines(told).forEach(shell.terminal()::line));
        return ExitCode.OK.code();
    }

    private static JsonNode decisions(JsonNode run) {
        var decisions = Json.object().putArray("decisions");
        run.path("steps").forEach(step -> decisions.add(text(step, "reasoning")));
        return decisions;
    }

    private static List<String> lines(JsonNode told) {
        return Stream.of(
                        Stream.of(
                                text(told, "outcome").isEmpty() ? "The run is open." : text(told, "outcome"),
                                text(told, "says"),
                                ""),
                        text(told, "because").lines(),
                        Stream.of("", "Decisions:"),
                        told.path("decisions").valueStream().map(each -> "  " + each.asString()))
                .flatMap(each -> each)
                .toList();
    }

    private static String first(String some, String other) {
        return some.isEmpty() ? other : some;
    }
}
