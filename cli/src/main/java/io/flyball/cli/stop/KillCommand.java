package io.flyball.cli.stop;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Shell;
import io.flyball.cli.exit.CommandFailed;
import io.flyball.cli.exit.ExitCode;
import io.flyball.cli.output.Json;
import io.flyball.cli.output.Output;
import io.flyball.cli.terminal.Tone;
import io.lettuce.core.RedisException;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Stops one agent, tool or tenant, through the console; with the console away by the key in Redis, which the governor writes down. */
@Command(
        name = "kill",
        description = {
            "Stop one agent, one tool or one tenant until it is revived; all else goes on.",
            "Nothing of it starts any more, its running tools are ended, its runs are held."
        },
        footer = {
            "Examples:",
            "  flyball kill agent first-responder --reason 'restarts the wrong service'",
            "  flyball kill tool run_command --reason 'see incident 12'"
        })
public final class KillCommand implements Callable<Integer> {
    @Mixin
    private final SwitchName name = new SwitchName();

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            defaultValue = "no reason given",
            description = "Why; everyone is told.")
    private String reason = "";

    @Mixin
    private final Output output = new Output();

    private final Shell shell;
    private final Access access;
    private final Clock clock;

    public KillCommand(Shell shell, Access access, Clock clock) {
        this.shell = shell;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        JsonNode answer = kill();
        output.write(
                shell.terminal(),
                answer,
                () -> shell.terminal()
                        .line("The " + name.target() + " is "
                                + shell.terminal().ink().paint(Tone.BAD, "KILLED") + ": " + reason));
        if (!output.forPrograms()) {
            shell.terminal().hint("Revive it with: flyball revive " + name.target() + " --reason '...'");
        }
        return ExitCode.OK.code();
    }

    private JsonNode kill() {
        try {
            return access.console().post(name.path("kill"), StopWords.body(reason, shell.person()));
        } catch (CommandFailed e) {
            if (e.exitCode() != ExitCode.UNREACHABLE || access.redis().isEmpty()) {
                throw e;
            }
            shell.terminal().hint("The console was not told: " + e.explain());
            return byKey(access.redis().get());
        }
    }

    /** Nobody looks here whether the name is known. */
    private JsonNode byKey(URI redis) {
        try {
            new StopKey(redis).kill(name.target(), reason, shell.person(), clock.instant());
        } catch (RedisException e) {
            throw new CommandFailed(
                    ExitCode.UNREACHABLE,
                    "THE " + name.target() + " IS NOT KILLED. Neither the console nor Redis could be reached: "
                            + StopKey.explain(e),
                    "Services that cannot read Redis do not act.");
        }
        return Json.object()
                .put("kind", name.target().kind().word())
                .put("name", name.target().name())
                .put("killed", true)
                .put("changed", true)
                .put("recorded", false)
                .put("by", shell.person())
                .put("channel", "redis");
    }
}
