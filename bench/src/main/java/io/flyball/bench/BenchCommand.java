package io.flyball.bench;

import io.flyball.bench.report.Report;
import io.flyball.bench.report.ReportTable;
import io.flyball.bench.stack.Bench;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the run engine. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures the run engine beside a raw Kafka relay, on a broker of its own.",
        sortOptions = false)
final class BenchCommand implements Callable<Integer> {
    private final PrintStream out;
    private final PrintStream err;

    @Option(names = "--quick", description = "Shorter windows, growth up to 1,000 past runs; within two minutes.")
    private boolean quick;

    @Option(names = "--tiny", hidden = true, description = "Only to see that it works; the figures mean nothing.")
    private boolean tiny;

    @Option(names = "--only-engine", hidden = true, description = "Neither relay nor growth; for profiling.")
    private boolean onlyEngine;

    @Option(
            names = "--whole",
            description =
                    "Measure the whole suite too: real planner, governor and executor with the self-check runbook.")
    private boolean whole;

    @Mixin
    private Bench bench = new Bench();

    BenchCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws Exception {
        Report report = bench.with(
                around -> new Benchmark(bench.home(), bench.orchestrator(), effort(), err::println).run(around));
        bench.print(out, report, ReportTable.lines(report));
        return report.unfinished() == 0 && (report.whole() != null || !whole) ? 0 : 1;
    }

    private Effort effort() {
        Effort effort = tiny ? Effort.TINY : quick ? Effort.QUICK : Effort.FULL;
        effort = onlyEngine ? effort.engineOnly() : effort;
        return whole ? effort.andTheWhole() : effort;
    }
}
