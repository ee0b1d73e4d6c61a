package io.flyball.cli.stop;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Shell;
import io.flyball.cli.exit.CommandFailed;
import io.flyball.cli.exit.ExitCode;
import io.flyball.cli.output.Output;
import io.flyball.cli.terminal.Tone;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Lets a killed agent, tool or tenant go on, through the console, which writes the order. */
@Command(
        name = "revive",
        description = {
            "Let a killed agent, tool or tenant go on: what was held is governed again.",
            "Goes through the console, which writes the order; removing the key in Redis revives nobody."
        },
        footer = {"Example:", "  flyball revive agent first-responder --reason 'prompt corrected'"})
public final class ReviveCommand implements Callable<Integer> {
    @Mixin
    private final SwitchName name = new SwitchName();

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; everyone is told.")
    private String reason = "";

    @Mixin
    private final Output output = new Output();

    private final Shell shell;
    private final Access access;

    public ReviveCommand(Shell shell, Access access) {
        this.shell = shell;
        this.access = access;
    }

    @Override
    public Integer call() {
        JsonNode answer = revive();
        output.write(
                shell.terminal(),
                answer,
                () -> shell.terminal().line(said(answer.path("changed").asBoolean(true))));
        return ExitCode.OK.code();
    }

    private String said(boolean revived) {
        return revived
                ? "The " + name.target() + " is " + shell.terminal().ink().paint(Tone.GOOD, "revived") + ": " + reason
                : "The " + name.target() + " is not killed; nothing is written down.";
    }

    private JsonNode revive() {
        try {
            return access.console().post(name.path("revive"), StopWords.body(reason, shell.person()));
        } catch (CommandFailed e) {
            if (e.exitCode() == ExitCode.UNREACHABLE) {
                shell.terminal()
                        .hint("Nobody is revived: that takes an order, and only the console writes orders."
                                + " Bring it back with 'flyball up -d'.");
            }
            throw e;
        }
    }
}
