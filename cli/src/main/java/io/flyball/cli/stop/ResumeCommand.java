package io.flyball.cli.stop;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Shell;
import io.flyball.cli.exit.CommandFailed;
import io.flyball.cli.exit.ExitCode;
import io.flyball.cli.output.Output;
import io.flyball.cli.terminal.Tone;
import io.flyball.platform.stop.StopState;
import io.lettuce.core.RedisException;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Releases the emergency stop: through the console, which records it; in Redis itself if the console is dead. */
@Command(
        name = "resume",
        description = {
            "Release the emergency stop: held runs go on.",
            "Goes through the console; if that does not answer, writes the key in Redis itself."
        },
        footer = {"Example:", "  flyball resume --reason 'policy corrected'"})
public final class ResumeCommand implements Callable<Integer> {
    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; everyone is told.")
    private String reason = "";

    @Mixin
    private final Output output = new Output();

    private final Shell shell;
    private final Access access;
    private final Clock clock;

    public ResumeCommand(Shell shell, Access access, Clock clock) {
        this.shell = shell;
        this.access = access;
        this.clock = clock;
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

    private JsonNode release() {
        try {
            return access.console().post("/api/resume", StopWords.body(reason, shell.person()));
        } catch (CommandFailed e) {
            if (e.exitCode() != ExitCode.UNREACHABLE || access.redis().isEmpty()) {
                throw e;
            }
            shell.terminal().hint("The console was not told: " + e.explain());
            return releaseInRedis(access.redis().get());
        }
    }

    private JsonNode releaseInRedis(URI address) {
        StopKey key = new StopKey(address);
        if (key.read() instanceof StopState.Clear clear) {
            return StopWords.json(clear).put("released", false);
        }
        try {
            StopState now = key.write(false, reason, shell.person(), clock.instant());
            return StopWords.json(now).put("released", now.mayAct());
        } catch (RedisException e) {
            throw new CommandFailed(
                    ExitCode.UNREACHABLE,
                    "The emergency stop is not released: Redis at " + address + " cannot be reached either: "
                            + StopKey.explain(e),
                    "See 'flyball status'.");
        }
    }
}
