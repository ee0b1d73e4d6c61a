package io.flyball.bench;

import io.flyball.bench.report.Report;
import io.flyball.bench.report.ReportTable;
import io.flyball.bench.stack.Home;
import io.flyball.bench.stack.OrchestratorOptions;
import io.flyball.bench.stack.Surroundings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Measures the run engine. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures the run engine beside a raw Kafka relay, on a broker of its own.",
        sortOptions = false)
final class BenchCommand implements Callable<Integer> {
    enum Form {
        TABLE,
        JSON
    }

    static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final PrintStream out;
    private final PrintStream err;

    @Option(names = "--quick", description = "Shorter windows, growth up to 1,000 past runs; within 90 seconds.")
    private boolean quick;

    @Option(names = "--tiny", hidden = true, description = "Only to see that it works; the figures mean nothing.")
    private boolean tiny;

    @Option(
            names = {"-o", "--output"},
            defaultValue = "TABLE",
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Form form = Form.TABLE;

    @Option(names = "--only-engine", hidden = true, description = "Neither relay nor growth; for profiling.")
    private boolean onlyEngine;

    @Option(names = "--jvm", description = "An option more for the orchestrator's JVM; may be repeated.")
    private List<String> jvm = List.of();

    @Option(names = "--property", description = "A property for the orchestrator, name=value; may be repeated.")
    private List<String> properties = List.of();

    @Option(names = "--class-path", defaultValue = "", description = "Another build of the orchestrator.")
    private String classPath = "";

    BenchCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("flyball-bench");
        try (var around = Surroundings.start(home(), folder)) {
            Effort effort = tiny ? Effort.TINY : quick ? Effort.QUICK : Effort.FULL;
            if (onlyEngine) {
                effort = effort.engineOnly();
            }
            var arguments = properties.stream().map(property -> "--" + property).toList();
            var options = OrchestratorOptions.with(jvm, arguments, classPath);
            var benchmark = new Benchmark(home(), options, effort, err::println);
            Report report = benchmark.run(around);
            print(report);
            return report.unfinished() == 0 ? 0 : 1;
        } finally {
            delete(folder);
        }
    }

    private void print(Report report) {
        switch (form) {
            case TABLE -> ReportTable.lines(report).forEach(out::println);
            case JSON -> out.println(JSON.writeValueAsString(report));
        }
    }

    static Home home() {
        String home = System.getenv("FLYBALL_HOME");
        return new Home(Path.of(home == null ? "." : home));
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
