package io.flyball.cli.status;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Shell;
import io.flyball.cli.access.StackFile;
import io.flyball.cli.access.StackFile.Member;
import io.flyball.cli.exit.CommandFailed;
import io.flyball.cli.exit.ExitCode;
import io.flyball.cli.output.Output;
import io.flyball.cli.stop.StopKey;
import io.flyball.cli.stop.StopWords;
import io.flyball.platform.stop.StopState;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is up, whether the emergency stop is on, and which kill switches are. */
@Command(
        name = "status",
        description = {
            "Show whether every part of the suite answers, whether the emergency stop is on, and what is killed.",
            "Ends with 0 if all is up, 1 if something is down or not ready, 3 if the stack is not up at all."
        },
        footer = {"Examples:", "  flyball status", "  flyball status -o json | jq -e '.stop.active == false'"})
public final class StatusCommand implements Callable<Integer> {
    @Mixin
    private final Output output = new Output();

    private final Shell shell;
    private final Access access;

    public StatusCommand(Shell shell, Access access) {
        this.shell = shell;
        this.access = access;
    }

    @Override
    public Integer call() {
        StackFile stack = access.remote()
                .map(console ->
                        new StackFile("remote", "", List.of(new Member("console", console.toString())), List.of()))
                .or(() -> access.dataFolder().stack())
                .orElse(new StackFile("down", "", List.of(), List.of()));
        Probe probe = new Probe();
        Health health = new Health(
                stack.mode(),
                stack.startedAt(),
                probe.services(stack.services()),
                probe.neighbours(stack.neighbours()),
                stop(stack));
        output.write(shell.terminal(), health.json(), () -> StatusPage.write(shell.terminal(), health, output.wide()));
        return end(health).code();
    }

    /** As the console tells it; from Redis itself if the console is away. */
    private JsonNode stop(StackFile stack) {
        if (stack.services().isEmpty()) {
            return StopWords.json(new StopState.Unknown("the stack is not up"));
        }
        try {
            JsonNode stop = access.console().get("/api/stop");
            lastDrill().ifPresent(last -> ((ObjectNode) stop).set("drill", last));
            return stop;
        } catch (CommandFailed e) {
            return StopWords.json(access.redis()
                    .map(redis -> new StopKey(redis).read())
                    .orElseGet(() -> new StopState.Unknown(e.explain())));
        }
    }

    /** Empty as well from an older console. */
    private Optional<JsonNode> lastDrill() {
        try {
            return Optional.of(access.console().get("/api/stop/drill").path("last"))
                    .filter(JsonNode::isObject);
        } catch (CommandFailed _) {
            return Optional.empty();
        }
    }

    private ExitCode end(Health health) {
        if (health.nothingUp()) {
            shell.terminal().hint("The stack is not up. Start it with: flyball up -d");
            return ExitCode.UNREACHABLE;
        }
        return health.allUp() ? ExitCode.OK : ExitCode.FAILED;
    }
}
