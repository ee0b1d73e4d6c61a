package io.flyball.cli.causes;

import static io.flyball.cli.output.Json.text;

import io.flyball.cli.access.Shell;
import io.flyball.cli.exit.CommandFailed;
import io.flyball.cli.exit.ExitCode;
import io.flyball.cli.output.Json;
import io.flyball.cli.output.Output;
import io.flyball.cli.terminal.Column;
import io.flyball.diagnosis.Cause;
import io.flyball.diagnosis.InvalidFile;
import io.flyball.diagnosis.files.DiagnosisLibrary;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Lists the causes of a catalogue. Needs no suite. */
@Command(
        name = "list",
        description = {
            "List the kinds of fault that are looked for, with what undoes each.",
            "The files are checked: a mistake is told with its file and line."
        },
        footer = {"Examples:", "  flyball causes list", "  flyball causes list -o json | jq -r '.[].kind'"})
final class ListCauses implements Callable<Integer> {
    private static final List<Column<JsonNode>> COLUMNS = List.of(
            Column.of("COMPONENT", cause -> text(cause, "component")),
            Column.of("KIND", cause -> text(cause, "kind")),
            Column.flexible("SAYS", cause -> text(cause, "says")),
            Column.wide("REMEDIES", cause -> text(cause, "remedies")));

    @Option(
            names = "--catalogue",
            paramLabel = "FOLDER",
            description = "The catalogue. Default: that of this installation.")
    private @Nullable Path catalogue;

    @Mixin
    private final Output output = new Output();

    private final Shell shell;

    ListCauses(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        ArrayNode all = Json.object().putArray("causes");
        causes().stream()
                .sorted(Comparator.comparing(cause -> cause.kind().toString()))
                .forEach(cause -> all.addObject()
                        .put("name", cause.name())
                        .put("component", cause.kind().component())
                        .put("kind", cause.kind().kind())
                        .put("says", cause.says().raw())
                        .put("remedies", remedies(cause)));
        output.writeRows(shell.terminal(), all, COLUMNS, "There is none.");
        return ExitCode.OK.code();
    }

    private static String remedies(Cause cause) {
        return cause.remedies().stream().map(Cause.Remedy::runbook).distinct().collect(Collectors.joining(", "));
    }

    private List<Cause> causes() {
        Path folder = catalogue == null ? Path.of(shell.variable("FLYBALL_HOME"), "catalogue") : catalogue;
        try {
            return DiagnosisLibrary.load(folder).causes();
        } catch (InvalidFile e) {
            throw new CommandFailed(ExitCode.USAGE, "A file cannot be understood: " + e.getMessage(), "");
        }
    }
}
