package io.flyball.bench.start;

import io.flyball.bench.stack.Bench;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What compilation costs a new orchestrator. */
@Command(
        name = "first-minute",
        mixinStandardHelpOptions = true,
        description =
                "How fast a new orchestrator is in its first minute, without and with what an earlier one has learnt.",
        sortOptions = false)
public final class FirstMinuteCommand implements Callable<Integer> {
    private final PrintStream out;
    private final PrintStream err;

    @Option(names = "--windows", defaultValue = "12", description = "Windows of 5 s; default ${DEFAULT-VALUE}.")
    private int windows = 12;

    @Mixin
    private Bench bench = new Bench();

    public FirstMinuteCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws Exception {
        FirstMinuteReport report = bench.with(
                around -> new FirstMinute(bench.home(), bench.orchestrator(), windows, err::println).run(around));
        bench.print(out, report, report.lines());
        return 0;
    }
}
