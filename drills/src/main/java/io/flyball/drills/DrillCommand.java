package io.flyball.drills;

import io.flyball.drills.suite.Built;
import io.flyball.drills.suite.OlderVersion;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
        footer = {
            "",
            "Examples:",
            "  flyball drill",
            "  flyball drill kill-services --runs 200 --seed 1 -o json",
            "  flyball drill cluster --runs 200 --seed 1 -o json",
            "  flyball drill storm --alerts 10000 --services 50",
            "  flyball drill poison --runs 200 --bodies 200",
            "  flyball drill outage --minutes 7",
            "  flyball drill stop-race --trials 100 --seed 1 -o json",
            "  flyball drill budget-race --spenders 200 --seed 1 -o json"
        })
final class DrillCommand implements Callable<Integer> {
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

    @Mixin
    private final Stage stage = new Stage();

    private final Path home;

    DrillCommand(Path home) {
        this.home = home;
    }

    @Override
    public Integer call() throws Exception {
        if (name == null) {
            list();
            return CommandLine.ExitCode.OK;
        }
        return drill(settings(drillNamed(name)));
    }

    private void list() {
        PrintWriter out = stage.out();
        Arrays.stream(Drill.values()).forEach(drill -> out.printf("%-18s %s%n", drill.label(), drill.purpose()));
        out.printf("%-18s %s%n", StormCommand.NAME, StormCommand.PURPOSE);
        out.printf("%-18s %s%n", PoisonCommand.NAME, PoisonCommand.PURPOSE);
        out.printf("%-18s %s%n", OutageCommand.NAME, OutageCommand.PURPOSE);
        out.printf("%-18s %s%n", StopRaceCommand.NAME, StopRaceCommand.PURPOSE);
        Arrays.stream(BudgetRaceCommand.Kind.values())
                .forEach(kind -> out.printf("%-18s %s%n", kind.label(), kind.purpose()));
        out.flush();
    }

    private Drill drillNamed(String wanted) {
        return Arrays.stream(Drill.values())
                .filter(drill -> drill.label().equals(wanted))
                .findFirst()
                .orElseThrow(() -> stage.usage("There is no drill '" + wanted + "'; there are "
                        + String.join(
                                ", ",
                                Arrays.stream(Drill.values()).map(Drill::label).toList()) + ", "
                        + StormCommand.NAME + ", " + PoisonCommand.NAME + ", " + OutageCommand.NAME + ", "
                        + StopRaceCommand.NAME + ", "
                        + String.join(
                                ", ",
                                Arrays.stream(BudgetRaceCommand.Kind.values())
                                        .map(BudgetRaceCommand.Kind::label)
                                        .toList())
                        + "."));
    }

    private TrialSettings settings(Drill drill) {
        try {
            int wanted = faults < 0 ? drill.usualFaults(runs) : faults;
            return new TrialSettings(drill, runs, seed, wanted, Duration.ofSeconds(seconds), inFlight);
        } catch (IllegalArgumentException e) {
            throw stage.usage(String.valueOf(e.getMessage()));
        }
    }

    private int drill(TrialSettings settings) throws Exception {
        Drill drill = settings.drill();
        stage.tell(drill.label() + ": " + settings.runs() + " runs, seed " + settings.seed());
        Built older = drill == Drill.UPGRADE ? OlderVersion.released(home, stage::tell) : null;
        return stage.play(
                drill.label(), drill.size(), home, older, suite -> new Trial(settings, suite, stage::tell).run());
    }
}
