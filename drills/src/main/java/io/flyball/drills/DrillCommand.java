package io.flyball.drills;

import io.flyball.drills.check.Figures;
import io.flyball.drills.suite.Built;
import io.flyball.drills.suite.Suite;
import io.flyball.drills.suite.SuiteSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Runs one drill, or lists them all. */
@Command(
        name = "flyball drill",
        mixinStandardHelpOptions = true,
        description = {
            "Break a suite on purpose while runs are open, and count what became of every run.",
            "Each drill starts a suite of its own, on ports and data of its own, and ends it again. Without a name: lists "
                    + "the drills. Ends with 0 if every invariant holds, 1 if one is broken, 2 if the command is not "
                    + "understood."
        },
        footer = {"", "Examples:", "  flyball drill", "  flyball drill kill-services --runs 200 --seed 1 -o json"})
final class DrillCommand implements Callable<Integer> {
    private static final int BROKEN = 1;

    /** How the figures are printed. */
    enum Format {
        table,
        json
    }

    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "Which drill.")
    private @Nullable String name;

    @Option(names = "--runs", paramLabel = "N", description = "Runs to open. Default: ${DEFAULT-VALUE}.")
    private int runs = 200;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Repeats the same faults and orders. Default: another each time.")
    private long seed = ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE);

    @Option(names = "--faults", paramLabel = "N", description = "Faults to inject. Default: by the number of runs.")
    private int faults = -1;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "How long the broker is frozen. Default: ${DEFAULT-VALUE}.")
    private int seconds = 30;

    @Option(
            names = "--in-flight",
            paramLabel = "N",
            description = "Runs open at once at most. Default: ${DEFAULT-VALUE}.")
    private int inFlight = TrialSettings.USUAL_IN_FLIGHT;

    @Option(names = "--agent", description = "Run the services with the OpenTelemetry agent, as in production.")
    private boolean agent;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "How to print the figures: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Format format = Format.table;

    @Spec
    private @Nullable CommandSpec spec;

    private final Path home;

    DrillCommand(Path home) {
        this.home = home;
    }

    @Override
    public Integer call() throws Exception {
        if (name == null) {
            Arrays.stream(Drill.values()).forEach(drill -> out().printf("%-18s %s%n", drill.label(), drill.purpose()));
            return CommandLine.ExitCode.OK;
        }
        return drill(settings(drillNamed(name)));
    }

    private Drill drillNamed(String wanted) {
        return Arrays.stream(Drill.values())
                .filter(drill -> drill.label().equals(wanted))
                .findFirst()
                .orElseThrow(() -> usage("There is no drill '" + wanted + "'; there are "
                        + String.join(
                                ", ",
                                Arrays.stream(Drill.values()).map(Drill::label).toList()) + "."));
    }

    private TrialSettings settings(Drill drill) {
        try {
            int wanted = faults < 0 ? drill.usualFaults(runs) : faults;
            return new TrialSettings(drill, runs, seed, wanted, Duration.ofSeconds(seconds), inFlight);
        } catch (IllegalArgumentException e) {
            throw usage(String.valueOf(e.getMessage()));
        }
    }

    private int drill(TrialSettings settings) throws Exception {
        tell(settings.drill().label() + ": " + settings.runs() + " runs, seed " + settings.seed());
        DrillFolder folder = DrillFolder.create(settings.drill().label());
        SuiteSettings wanted = new SuiteSettings(
                new Built(home), folder.path(), settings.drill().orchestrators(), agent);
        boolean good = false;
        try (Suite suite = Suite.start(wanted, this::tell)) {
            Figures figures = new Trial(settings, suite, this::tell).run();
            out().println(format == Format.json ? json(figures) : figures.text().stripTrailing());
            good = figures.good();
        } finally {
            if (!good) {
                tell("logs: " + folder.path().resolve("logs"));
            }
        }
        if (good) {
            folder.delete();
        }
        return good ? CommandLine.ExitCode.OK : BROKEN;
    }

    private static String json(Figures figures) {
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(figures);
    }

    private PrintWriter out() {
        return commandLine().getOut();
    }

    private void tell(String line) {
        commandLine().getErr().println(line);
        commandLine().getErr().flush();
    }

    private CommandLine.ParameterException usage(String message) {
        return new CommandLine.ParameterException(commandLine(), message);
    }

    private CommandLine commandLine() {
        if (spec == null) {
            throw new IllegalStateException("not called from a command line");
        }
        return spec.commandLine();
    }
}
