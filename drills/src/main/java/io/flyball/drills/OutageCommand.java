package io.flyball.drills;

import io.flyball.drills.check.Report;
import io.flyball.drills.outage.Outage;
import io.flyball.drills.outage.OutageFigures;
import io.flyball.drills.outage.OutageSettings;
import io.flyball.drills.outage.Part;
import io.flyball.drills.suite.Suite;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes the orchestrator, and then the broker, away for minutes. */
@Command(
        name = OutageCommand.NAME,
        mixinStandardHelpOptions = true,
        description = {
            "Take the orchestrator away for minutes while runs are open in all states and alerts keep coming; then the broker.",
            "No run may end because of it, alerts that have resolved meanwhile are only verified, nothing is lost and nothing "
                    + "happens twice. It really waits that long, for each of the two."
        },
        footer = {"", "Example:", "  flyball drill outage --minutes 7 --seed 7"})
final class OutageCommand implements Callable<Integer> {
    static final String NAME = "outage";
    static final String PURPOSE =
            "the orchestrator, and then the broker, away for 7 minutes (--minutes) with runs in all states";

    @Option(names = "--minutes", paramLabel = "M", description = "How long. Default: ${DEFAULT-VALUE}.")
    private double minutes = 7;

    @Option(names = "--runs", paramLabel = "N", description = "Runs to open before. Default: ${DEFAULT-VALUE}.")
    private int runs = 50;

    @Option(names = "--alerts", paramLabel = "N", description = "New alerts meanwhile. Default: ${DEFAULT-VALUE}.")
    private int alerts = 200;

    @Option(names = "--who", paramLabel = "WHO", description = "orchestrator or broker. Default: one after the other.")
    private @Nullable Part who;

    @Option(names = "--seed", paramLabel = "S", description = "Names runs and alerts. Default: another each time.")
    private long seed = ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE);

    @Mixin
    private final Stage stage = new Stage();

    private final Path home;

    OutageCommand(Path home) {
        this.home = home;
    }

    @Override
    public Integer call() throws Exception {
        List<OutageSettings> parts = (who == null ? List.of(Part.values()) : List.of(who))
                .stream().map(this::settings).toList();
        stage.tell(NAME + ": " + runs + " runs, " + alerts + " new alerts, seed " + seed);
        return stage.play(NAME, 1, home, suite -> play(parts, suite));
    }

    private Both play(List<OutageSettings> parts, Suite suite) throws InterruptedException {
        List<OutageFigures> figures = new ArrayList<>();
        for (OutageSettings part : parts) {
            figures.add(new Outage(part, suite, stage::tell).run());
        }
        return new Both(NAME, List.copyOf(figures), seed);
    }

    private OutageSettings settings(Part part) {
        try {
            Duration away = Duration.ofMillis(Math.round(minutes * 60_000));
            return new OutageSettings(part, runs, alerts, away, OutageSettings.USUAL, seed);
        } catch (IllegalArgumentException e) {
            throw stage.usage(String.valueOf(e.getMessage()));
        }
    }

    /** The figures of all parts. */
    record Both(String drill, List<OutageFigures> parts, long seed) implements Report {
        @Override
        public boolean good() {
            return parts.stream().allMatch(OutageFigures::good);
        }

        @Override
        public String text() {
            return parts.stream().map(OutageFigures::text).collect(Collectors.joining()) + "  seed            " + seed;
        }
    }
}
