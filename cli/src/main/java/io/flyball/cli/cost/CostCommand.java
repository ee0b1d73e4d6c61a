package io.flyball.cli.cost;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Console;
import io.flyball.cli.access.Shell;
import io.flyball.cli.exit.ExitCode;
import io.flyball.cli.output.Output;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** What was spent, and by what. */
@Command(
        name = "cost",
        description = "Show what model calls have cost.",
        footer = {
            "Examples:",
            "  flyball cost --by agent",
            "  flyball cost --by day --from 2026-11-01T00:00:00Z -o json"
        })
public final class CostCommand implements Callable<Integer> {
    /** What totals are made by. */
    enum By {
        RUN,
        AGENT,
        MODEL,
        PRINCIPAL,
        TOOL,
        DAY;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = "--by",
            paramLabel = "WHAT",
            defaultValue = "agent",
            description = "Totals by ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private By by = By.AGENT;

    @Option(names = "--from", paramLabel = "TIME", description = "Not before this time, ISO 8601.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Before this time, ISO 8601.")
    private @Nullable String to;

    @Mixin
    private final Output output = new Output();

    private final Shell shell;
    private final Access access;

    public CostCommand(Shell shell, Access access) {
        this.shell = shell;
        this.access = access;
    }

    @Override
    public Integer call() {
        JsonNode costs = access.costLedger().get("/costs?by=" + by + parameter("from", from) + parameter("to", to));
        output.write(shell.terminal(), costs, () -> CostPage.write(shell.terminal(), costs, by.name(), output.wide()));
        return ExitCode.OK.code();
    }

    private static String parameter(String name, @Nullable String value) {
        return value == null ? "" : "&" + name + "=" + Console.part(value);
    }
}
