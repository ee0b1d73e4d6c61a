package io.flyball.bench.idle;

import io.flyball.bench.stack.Bench;
import io.flyball.bench.stack.OwnSuite;
import io.flyball.bench.whole.WholeSuite;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A suite in which nothing happens. */
@Command(
        name = "idle",
        mixinStandardHelpOptions = true,
        description =
                "What a suite costs in which nothing happens: processor time, wake-ups and requests by process and kind.",
        sortOptions = false)
public final class IdleCommand implements Callable<Integer> {
    /** A suite that has never had a record does less than one that has. */
    private static final int RUNS = 20;

    private final PrintStream out;
    private final PrintStream err;

    @Option(names = "--seconds", defaultValue = "30", description = "How long is measured; default ${DEFAULT-VALUE}.")
    private int seconds = 30;

    @Option(
            names = "--attach",
            paramLabel = "FOLDER",
            description = "The data folder of a suite that is up, instead of one of the benchmark's own.")
    private @Nullable Path attach;

    @Option(names = "--processes", description = "Each service in a process of its own, with the agent.")
    private boolean processes;

    @Option(names = "--no-tracing", description = "A suite without Zipkin.")
    private boolean noTracing;

    @Mixin
    private Bench bench = new Bench();

    public IdleCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws Exception {
        IdleReport report = attach == null ? bench.inFolder(this::ofItsOwn) : measure(attach);
        bench.print(out, report, IdleTable.lines(report));
        return 0;
    }

    private IdleReport ofItsOwn(Path folder) throws Exception {
        err.println("a suite of its own ...");
        Path data = folder.resolve("suite");
        try (var suite = OwnSuite.up(bench.home(), data, options())) {
            err.println("some runs, so that everything has been used once ...");
            WholeSuite.runs(suite, RUNS);
            return measure(data);
        }
    }

    private List<String> options() {
        List<String> options = new ArrayList<>(List.of("--planner=runbook"));
        if (processes) {
            options.add("--processes");
        }
        if (noTracing) {
            options.add("--no-tracing");
        }
        return options;
    }

    private IdleReport measure(Path data) throws Exception {
        try (var suite = IdleSuite.in(data)) {
            return new Idle(suite, err::println).measure(Duration.ofSeconds(seconds));
        }
    }
}
