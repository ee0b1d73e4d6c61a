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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Sends what an alerting system would send. */
@Command(
        name = "send",
        description = {
            "Send alerts from a file, or from standard input with '-'.",
            "Takes our own form (one alert or an array) and what Alertmanager or Prometheus sends."
        },
        footer = {
            "Examples:",
            "  flyball alerts send alert.json",
            "  echo '{\"name\": \"ServiceDown\", \"labels\": {\"service\": \"shop\"}}' | flyball alerts send -"
        })
final class SendAlerts implements Callable<Integer> {
    private static final List<Column<JsonNode>> COLUMNS = List.of(
            Column.of("ID", alert -> text(alert, "id")),
            Column.of("FINGERPRINT", alert -> text(alert, "fingerprint")),
            Column.of("NAME", alert -> text(alert, "name")));

    @Parameters(paramLabel = "FILE", description = "A JSON file, or - for standard input.")
    private String file = "";

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
        AlertForm form = AlertForm.of(body).orElseThrow(this::neither);
        JsonNode answer = access.console().post(form.path(), body);
        output.write(
                shell.terminal(),
                answer,
                () -> output.writeRows(shell.terminal(), answer.path("alerts"), COLUMNS, "The body held no alert."));
        return ExitCode.OK.code();
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
                "The forms are described in docs/reference/http-api.md.");
    }
}
