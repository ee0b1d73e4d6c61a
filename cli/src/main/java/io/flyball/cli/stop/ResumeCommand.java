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

/** Releases the emergency stop, through the console, which writes the order. */
@Command(
        name = "resume",
        description = {
            "Release the emergency stop: held runs go on.",
            "Goes through the console, which writes the order; the key in Redis alone releases nothing."
        },
        footer = {"Example:", "  flyball resume --reason 'policy corrected'"})
public final class ResumeCommand implements Callable<Integer> {
    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; everyone is told.")
    private String reason = "";

    @Mixin
    private final Output output = new Output();

    private final Shell shell;
    private final Access access;

    public ResumeCommand(Shell shell, Access access) {
        this.shell = shell;
        this.access = access;
    }

    @Override
    public Integer call() {
        JsonNode stop = release();
        if (stop.path("active").asBoolean(true)) {
            throw new CommandFailed(
                    ExitCode.FAILED,
                    "The emergency stop is still " + StopWords.sentence(stop),
                    "See 'flyball status'.");
        }
        output.write(
                shell.terminal(),
                stop,
                () -> shell.terminal().line(said(stop.path("released").asBoolean(true))));
        return ExitCode.OK.code();
    }

    private String said(boolean released) {
        return released
                ? shell.terminal().ink().paint(Tone.GOOD, "Emergency stop is off") + ": " + reason
                : "There is no emergency stop to release; nothing is written down.";
    }

    /** The key alone is no release: it counts only if it names an order that the console has written. */
    private JsonNode release() {
        try {
            return access.console().post("/api/resume", StopWords.body(reason, shell.person()));
        } catch (CommandFailed e) {
            if (e.exitCode() == ExitCode.UNREACHABLE) {
                shell.terminal()
                        .hint("Nothing is released: a release is an order, and only the console writes orders."
                                + " Bring it back with 'flyball up -d'.");
            }
            throw e;
        }
    }
}
