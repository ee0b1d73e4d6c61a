package io.flyball.cli.deadletters;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Console;
import io.flyball.cli.access.Shell;
import io.flyball.cli.exit.ExitCode;
import io.flyball.cli.output.Output;
import io.flyball.cli.terminal.Text;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** One of them with its bytes. */
@Command(
        name = "show",
        description = "Show one dead letter with its headers and bytes.",
        footer = {
            "Example:",
            "  flyball dead-letters show agent.alerts~0~17 -o json | jq -r .valueBase64 | base64 -d | xxd"
        })
final class ShowDeadLetter implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "topic~partition~offset, or its beginning.")
    private String id = "";

    @Mixin
    private final Output output = new Output();

    private final Shell shell;
    private final Access access;

    ShowDeadLetter(Shell shell, Access access) {
        this.shell = shell;
        this.access = access;
    }

    @Override
    public Integer call() {
        Console console = access.console();
        JsonNode letter = console.get(LetterIds.path(console, id));
        output.write(
                shell.terminal(),
                letter,
                () -> letter.propertyStream()
                        .forEach(field ->
                                shell.terminal().line("%-12s %s".formatted(field.getKey(), value(field.getValue())))));
        return ExitCode.OK.code();
    }

    private static String value(JsonNode value) {
        return Text.oneLine(value.isValueNode() ? value.asString() : value.toString());
    }
}
