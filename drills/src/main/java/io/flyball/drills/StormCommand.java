package io.flyball.drills;

import io.flyball.drills.storm.Storm;
import io.flyball.drills.storm.StormSettings;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Raises a storm of alerts and sets the emergency stop in it. */
@Command(
        name = StormCommand.NAME,
        mixinStandardHelpOptions = true,
        description = {
            "Raise a storm of alerts over a few services, set the emergency stop meanwhile and take it away again, and count.",
            "Every alert must be found by one run, there must be no more runs than services, each run must end, and a stop "
                    + "must be answered, and hold, within a second."
        },
        footer = {"", "Example:", "  flyball drill storm --alerts 10000 --services 50 --seed 7"})
final class StormCommand implements Callable<Integer> {
    static final String NAME = "storm";
    static final String PURPOSE =
            "10,000 alerts over 50 services (--alerts, --services), with emergency stops meanwhile";

    @Option(names = "--alerts", paramLabel = "N", description = "Alerts to raise. Default: ${DEFAULT-VALUE}.")
    private int alerts = 10_000;

    @Option(names = "--services", paramLabel = "N", description = "Services they are about. Default: ${DEFAULT-VALUE}.")
    private int services = 50;

    @Option(names = "--stops", paramLabel = "N", description = "Emergency stops meanwhile. Default: ${DEFAULT-VALUE}.")
    private int stops = 4;

    @Option(names = "--seed", paramLabel = "S", description = "Names the alerts. Default: another each time.")
    private long seed = ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE);

    @Mixin
    private final Stage stage = new Stage();

    private final Path home;

    StormCommand(Path home) {
        this.home = home;
    }

    @Override
    public Integer call() throws Exception {
        StormSettings settings = settings();
        stage.tell(NAME + ": " + settings.alerts() + " alerts over " + settings.services() + " services, seed " + seed);
        return stage.play(NAME, 1, home, suite -> new Storm(settings, suite, stage::tell).run());
    }

    private StormSettings settings() {
        try {
            return new StormSettings(alerts, services, stops, seed, StormSettings.A_SECOND);
        } catch (IllegalArgumentException e) {
            throw stage.usage(String.valueOf(e.getMessage()));
        }
    }
}
