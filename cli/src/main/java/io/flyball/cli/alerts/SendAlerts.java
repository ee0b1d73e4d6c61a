package io.flyball.cli.alerts;

import static io.flyball.cli.output.Json.text;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Shell;
import io.flyball.cli.exit.CommandFailed;
import io.flyball.cli.exit.ExitCode;
import io.flyball.cli.output.Json;
import io.flyball.cli.output.Output;
import io.flyball.cli.terminal.Column;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Sends what an alerting system would send. */
@Command(
        name = "send",
        description = {
            "Send alerts from a file, or from standard input with '-'.",
            "Takes our own form (one alert or an array) and what Alertmanager or Prometheus sends;",
            "with --source, what that alerting system sends."
        },
        footer = {
            "Examples:",
            "  flyball alerts send alert.json",
            "  flyball alerts send --source grafana body.json",
            "  echo '{\"name\": \"ServiceDown\", \"labels\": {\"service\": \"shop\"}}' | flyball alerts send -"
        })
final class SendAlerts implements Callable<Integer> {
    private static final List<Column<JsonNode>> COLUMNS = List.of(
            Column.of("ID", alert -> text(alert, "id")),
            Column.of("FINGERPRINT", alert -> text(alert, "fingerprint")),
            Column.of("NAME", alert -> text(alert, "name")));

    @Parameters(paramLabel = "FILE", description = "A JSON file, or - for standard input.")
    private String file = "";

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "The alerting system whose body it is, as 'flyball alerts sources' lists them.")
    private @Nullable String source;

    @Mixin
    private final Output output = new Output();

    private final Shell shell;
    private final Access access;

    SendAlerts(Shell shell, Access access) {
        this.shell = shell;
        this.access = access;
    }

    @Override
    public Integer call() {
        JsonNode body = parse(read());
        JsonNode answer = access.console().post(path(body), body);
        String otherwise = answer.path("detail").asString("The body held no alert.");
        output.write(
                shell.terminal(),
                answer,
                () -> output.writeRows(shell.terminal(), answer.path("alerts"), COLUMNS, otherwise));
        return ExitCode.OK.code();
    }

    private String path(JsonNode body) {
        if (source == null) {
            return AlertForm.of(body).orElseThrow(this::neither).path();
        }
        if (!source.matches("[a-z0-9-]+")) {
            throw new CommandFailed(
                    ExitCode.USAGE, "There is no source " + source + ".", "See flyball alerts sources.");
        }
        return "/webhooks/" + source;
    }

    private String read() {
        try {
            byte[] bytes = file.equals("-") ? shell.terminal().in().readAllBytes() : Files.readAllBytes(Path.of(file));
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CommandFailed(ExitCode.USAGE, "Cannot read " + file + ": " + e.getMessage(), "");
        }
    }

    private JsonNode parse(String text) {
        try {
            return Json.parse(text);
        } catch (JacksonException e) {
            throw new CommandFailed(
                    ExitCode.USAGE, "What " + file + " holds is no JSON: " + e.getOriginalMessage(), "");
        }
    }

    private CommandFailed neither() {
        return new CommandFailed(
                ExitCode.USAGE,
                "What " + file + " holds is neither our alert (it has no 'name') nor Alertmanager's (no 'alerts').",
                "If another alerting system sends it, name that with --source; flyball alerts sources lists them.");
    }
}
