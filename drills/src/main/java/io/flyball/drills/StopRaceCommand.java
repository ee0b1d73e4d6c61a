package io.flyball.drills;

import io.flyball.drills.stoprace.StopRace;
import io.flyball.drills.stoprace.StopRaceSettings;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Stops against changes that are about to begin. */
@Command(
        name = StopRaceCommand.NAME,
        mixinStandardHelpOptions = true,
        description = {
            "Set the emergency stop again and again while changes begin all the time, and break Redis or freeze the executor around it.",
            "The effect server's own clock decides what began after the stop was set; processes of actions must be gone within a second."
        },
        footer = {"", "Example:", "  flyball drill stop-race --trials 100 --seed 1 -o json"})
final class StopRaceCommand implements Callable<Integer> {
    static final String NAME = "stop-race";
    static final String PURPOSE = "100 emergency stops (--trials) against changes that are about to begin";

    @Option(names = "--trials", paramLabel = "N", description = "Stops. Default: ${DEFAULT-VALUE}.")
    private int trials = 100;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Repeats the same disturbances. Default: another each time.")
    private long seed = ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE);

    @Mixin
    private final Stage stage = new Stage();

    private final Path home;

    StopRaceCommand(Path home) {
        this.home = home;
    }

    @Override
    public Integer call() throws Exception {
        StopRaceSettings settings = settings();
        stage.tell(NAME + ": " + trials + " stops, seed " + seed);
        return stage.play(NAME, 1, home, suite -> new StopRace(settings, suite, stage::tell).run());
    }

    private StopRaceSettings settings() {
        try {
            return new StopRaceSettings(trials, seed);
        } catch (IllegalArgumentException e) {
            throw stage.usage(String.valueOf(e.getMessage()));
        }
    }
}
