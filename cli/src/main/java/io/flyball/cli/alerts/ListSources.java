package io.flyball.cli.alerts;

import static io.flyball.cli.output.Json.text;

import io.flyball.catalogue.InvalidCatalogue;
import io.flyball.catalogue.sources.AlertSource;
import io.flyball.catalogue.sources.AlertSources;
import io.flyball.catalogue.sources.SetupGuide;
import io.flyball.cli.access.Shell;
import io.flyball.cli.exit.CommandFailed;
import io.flyball.cli.exit.ExitCode;
import io.flyball.cli.output.Output;
import io.flyball.cli.terminal.Column;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells which alerting systems can send here, and how each is set up. Needs no suite. */
@Command(
        name = "sources",
        description = {
            "List the alerting systems that can send alerts here, or say how one is set up at the sender.",
            "Your own mapping files, in alert-sources/ of the catalogue, are among them."
        },
        footer = {"Examples:", "  flyball alerts sources", "  flyball alerts sources pagerduty"})
final class ListSources implements Callable<Integer> {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String USUAL = "http://127.0.0.1:7400";
    private static final List<Column<JsonNode>> COLUMNS = List.of(
            Column.of("NAME", source -> text(source, "name")),
            Column.of("ADDRESS", source -> text(source, "path")),
            Column.flexible("SYSTEM", source -> text(source, "title")),
            Column.wide("READ BY", source -> text(source, "readBy")),
            Column.wide("SHOWS", source -> text(source, "credential")));

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Say how this one is set up.")
    private @Nullable String name;

    @Option(
            names = "--catalogue",
            paramLabel = "FOLDER",
            description = "The catalogue. Default: that of this installation.")
    private @Nullable Path catalogue;

    @Mixin
    private final Output output = new Output();

    private final Shell shell;

    ListSources(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        AlertSources sources = sources();
        if (name == null) {
            ArrayNode all = JSON.createArrayNode();
            sources.all().forEach(source -> all.add(json(source)));
            output.writeRows(shell.terminal(), all, COLUMNS, "There is none.");
            return ExitCode.OK.code();
        }
        AlertSource source = sources.find(name).orElseThrow(() -> unknown(sources));
        String guide = SetupGuide.of(source, console());
        output.write(shell.terminal(), json(source).put("guide", guide), () -> {
            shell.terminal().line(source.title() + "\n");
            guide.lines().forEach(shell.terminal()::line);
        });
        return ExitCode.OK.code();
    }

    private AlertSources sources() {
        try {
            return AlertSources.with(
                    catalogue == null ? Path.of(shell.variable("FLYBALL_HOME"), "catalogue") : catalogue);
        } catch (InvalidCatalogue e) {
            throw new CommandFailed(ExitCode.USAGE, "A mapping file cannot be understood: " + e.getMessage(), "");
        }
    }

    private String console() {
        String told = shell.variable("FLYBALL_URL");
        return told.isEmpty() ? USUAL : told.replaceFirst("/+$", "");
    }

    private static ObjectNode json(AlertSource source) {
        return JSON.createObjectNode()
                .put("name", source.name())
                .put("path", source.path())
                .put("title", source.title())
                .put("readBy", source.mapping() == null ? "code" : "mapping file")
                .put("credential", source.shows().words());
    }

    private CommandFailed unknown(AlertSources sources) {
        return new CommandFailed(
                ExitCode.USAGE,
                "There is no source " + name + ".",
                "There are " + sources.all().stream().map(AlertSource::name).collect(Collectors.joining(", ")) + ".");
    }
}
