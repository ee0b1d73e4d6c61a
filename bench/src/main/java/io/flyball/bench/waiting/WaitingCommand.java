package io.flyball.bench.waiting;

import io.flyball.bench.stack.Bench;
import io.flyball.bench.stack.Surroundings;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs that wait for people. */
@Command(
        name = "waiting",
        mixinStandardHelpOptions = true,
        description = "Many runs held for an approval: memory, threads, kill -9 and recovery.",
        sortOptions = false)
public final class WaitingCommand implements Callable<Integer> {
    private final PrintStream out;
    private final PrintStream err;

    @Option(names = "--runs", defaultValue = "10000", description = "How many; default ${DEFAULT-VALUE}.")
    private int runs = 10_000;

    @Mixin
    private Bench bench = new Bench();

    public WaitingCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws Exception {
        WaitingReport report = bench.with((Surroundings around) ->
                new Waiting(bench.home(), bench.orchestrator(), err::println).run(around, runs));
        bench.print(out, report, report.lines());
        return report.endedAfterApproval() == runs ? 0 : 1;
    }
}
