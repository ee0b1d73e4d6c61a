package io.flyball.cli.runs;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Shell;
import io.flyball.cli.exit.ExitCode;
import io.flyball.cli.output.Json;
import io.flyball.cli.output.Output;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Opens a run without an alert. */
@Command(
        name = "open",
        description = "Open a run: one agent shall pursue one goal.",
        footer = {
            "Examples:",
            "  flyball runs open --agent service-restorer --goal 'Find out why shop is slow' --input service=shop",
            "  flyball runs watch $(flyball runs open --agent a --goal g -o json | jq -r .id)"
        })
final class OpenRun implements Callable<Integer> {
    @Option(names = "--agent", required = true, paramLabel = "AGENT", description = "Which agent.")
    private String agent = "";

    @Option(names = "--goal", required = true, paramLabel = "TEXT", description = "What the run shall achieve.")
    private String goal = "";

    @Option(names = "--environment", paramLabel = "NAME", description = "Where it acts. Default: production.")
    private @Nullable String environment;

    @Option(names = "--input", paramLabel = "NAME=TEXT", description = "A named input; may be given several times.")
    private Map<String, String> inputs = Map.of();

    @Option(names = "--dry-run", description = "Changes are only described.")
    private boolean dryRun;

    @Option(names = "--principal", paramLabel = "WHO", description = "On whose behalf. Default: as the console says.")
    private @Nullable String principal;

    @Option(
            names = "--idempotency-key",
            paramLabel = "KEY",
            description = "The same key opens the same run, however often it is sent. Default: a new one.")
    private @Nullable String key;

    @Mixin
    private final Output output = new Output();

    private final Shell shell;
    private final Access access;

    OpenRun(Shell shell, Access access) {
        this.shell = shell;
        this.access = access;
    }

    @Override
    public Integer call() {
        String idempotencyKey = key == null ? UUID.randomUUID().toString() : key;
        JsonNode answer = access.console().post("/runs", body(), Map.of("Idempotency-Key", idempotencyKey));
        String id = Json.text(answer, "id");
        output.write(shell.terminal(), answer, () -> {
            shell.terminal().line(id);
            shell.terminal().hint("Follow it: flyball runs watch " + id);
        });
        return ExitCode.OK.code();
    }

    private ObjectNode body() {
        ObjectNode body = Json.object().put("agent", agent).put("goal", goal).put("dryRun", dryRun);
        if (environment != null) {
            body.put("environment", environment);
        }
        if (principal != null) {
            body.put("principal", principal);
        }
        inputs.forEach(body.putObject("inputs")::put);
        return body;
    }
}
