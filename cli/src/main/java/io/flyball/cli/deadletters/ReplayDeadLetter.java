package io.flyball.cli.deadletters;

import static io.flyball.cli.output.Json.text;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Console;
import io.flyball.cli.access.Shell;
import io.flyball.cli.exit.ExitCode;
import io.flyball.cli.output.Json;
import io.flyball.cli.output.Output;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Sends one of them to where it came from. */
@Command(
        name = "replay",
        description =
                "Send a dead letter unchanged to the topic that it came from, after what could not read it was fixed.",
        footer = {"Example:", "  flyball dead-letters replay agent.alerts~0~17"})
final class ReplayDeadLetter implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "topic~partition~offset, or its beginning.")
    private String id = "";

    @Mixin
    private final Output output = new Output();

    private final Shell shell;
    private final Access access;

    ReplayDeadLetter(Shell shell, Access access) {
        this.shell = shell;
        this.access = access;
    }

    @Override
    public Integer call() {
        Console console = access.console();
        JsonNode answer = console.post(LetterIds.path(console, id) + "/replay", Json.object());
        output.write(
                shell.terminal(),
                answer,
                () -> shell.terminal()
                        .line("Sent again to %s, partition %s, offset %s."
                                .formatted(text(answer, "topic"), text(answer, "partition"), text(answer, "offset"))));
        return ExitCode.OK.code();
    }
}
