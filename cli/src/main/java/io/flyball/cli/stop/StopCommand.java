package io.flyball.cli.stop;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Shell;
import io.flyball.cli.exit.CommandFailed;
import io.flyball.cli.exit.ExitCode;
import io.flyball.cli.output.Json;
import io.flyball.cli.output.Output;
import io.flyball.cli.terminal.Tone;
import io.lettuce.core.RedisException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** Pulls the emergency stop: Redis first, which is all that it takes, then the console, so that it is on record. */
@Command(
        name = "stop",
        description = {
            "Pull the emergency stop: nothing acts until it is released.",
            "Writes the key in Redis itself, so that it works while the console is dead; then tells the console.",
            "Waits up to three seconds for the receipts of all workers, and names those that have not answered."
        },
        footer = {"Examples:", "  flyball stop --reason 'agents restart the wrong service'", "  flyball stop --drill"})
public final class StopCommand implements Callable<Integer> {
    private static final Duration PAUSE = Duration.ofMillis(100);
    /** For three seconds. */
    private static final int LOOKS = 30;

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

    public StopCommand(Shell shell, Access access, Clock clock) {
        this.shell = shell;
        this.access = access;
        this.clock = clock;
    }

    @Option(
            names = "--drill",
            description = "Stop nothing: prove the path of a stop with no-op actions, and record the figures.")
    private boolean drill;

    @Override
    public Integer call() {
        if (drill) {
            return drill();
        }
        Optional<String> noRedis = writeKey();
        Told told = tellConsole();
        Optional<String> noConsole = told.trouble();
        if (noRedis.isPresent() && noConsole.isPresent()) {
            throw new CommandFailed(
                    ExitCode.UNREACHABLE,
                    "THE EMERGENCY STOP IS NOT SET. Neither Redis nor the console could be reached.",
                    "Services that cannot read Redis do not act. Set it by hand: redis-cli set agent:emergency_stop 1");
        }
        ObjectNode result = Json.object()
                .put("active", true)
                .put("reason", reason)
                .put("by", shell.person())
                .put("redis", noRedis.isEmpty())
                .put("console", noConsole.isEmpty());
        result.set("halt", told.halt());
        output.write(shell.terminal(), result, () -> {
            shell.terminal().line(shell.terminal().ink().paint(Tone.BAD, "EMERGENCY STOP IS ON") + ": " + reason);
            HaltWords.sentence(told.halt()).ifPresent(shell.terminal()::line);
        });
        if (!output.forPrograms()) {
            shell.terminal().hint("Release it with: flyball resume --reason '...'");
        }
        return ExitCode.OK.code();
    }

    /** Ends with 1 if it is not proved. */
    private int drill() {
        JsonNode figures = access.console().post("/api/stop/drill", Json.object());
        output.write(shell.terminal(), figures, () -> shell.terminal().line("Drill: " + DrillWords.sentence(figures)));
        return (figures.path("proved").asBoolean(false) ? ExitCode.OK : ExitCode.FAILED).code();
    }

    /** Why the key could not be written; empty if it was. */
    private Optional<String> writeKey() {
        Optional<StopKey> key = access.redis().map(StopKey::new);
        if (key.isEmpty()) {
            shell.terminal().hint("Redis is not asked: only the console is known here (FLYBALL_REDIS_URL names it).");
            return Optional.of("not known");
        }
        try {
            boolean holds = !key.get()
                    .write(true, reason, shell.person(), clock.instant())
                    .mayAct();
            return holds
                    ? Optional.empty()
                    : loudly("Redis took the stop, but somebody released it at the same moment.");
        } catch (RedisException e) {
            return loudly("REDIS AT " + key.get().address() + " CANNOT BE REACHED: " + StopKey.explain(e));
        }
    }

    /**
     * What came of telling the console.
     *
     * @param halt who has answered the stop; null if that is not known
     */
    private record Told(Optional<String> trouble, JsonNode halt) {
        static Told not(Optional<String> trouble) {
            return new Told(trouble, NullNode.getInstance());
        }
    }

    private Told tellConsole() {
        try {
            JsonNode answer = access.console().post("/api/stop", StopWords.body(reason, shell.person()));
            return answer.path("active").asBoolean(false)
                    ? new Told(Optional.empty(), receipts(answer))
                    : Told.not(loudly("The console took the stop, but says that it is not on."));
        } catch (CommandFailed e) {
            return Told.not(loudly("The console was not told: " + e.explain()));
        }
    }

    /** The stop is on; whether all workers have answered is worth a moment, and never a failure. */
    private JsonNode receipts(JsonNode answer) {
        JsonNode halt = answer.path("halt");
        boolean recorded = answer.path("recorded").asBoolean(false);
        for (int i = 0; i < LOOKS && recorded && halt.isObject() && !HaltWords.confirmed(halt); i++) {
            pause();
            try {
                halt = access.console().get("/api/stop").path("halt");
            } catch (CommandFailed _) {
                break;
            }
        }
        return recorded && halt.isObject() ? halt : NullNode.getInstance();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<String> loudly(String trouble) {
        shell.terminal().hint(shell.terminal().ink().paint(Tone.BAD, trouble));
        return Optional.of(trouble);
    }
}
