package io.flyball.drills;

import io.flyball.drills.poison.Poison;
import io.flyball.drills.poison.PoisonSettings;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sends hostile bodies among good runs. */
@Command(
        name = PoisonCommand.NAME,
        mixinStandardHelpOptions = true,
        description = {
            "Send hostile but legal bodies among good runs, through the console and straight to agent.alerts, and count.",
            "Every good run must end, and of every body that was accepted a run or a dead letter must be found."
        },
        footer = {"", "Example:", "  flyball drill poison --runs 200 --bodies 200 --seed 7"})
final class PoisonCommand implements Callable<Integer> {
    static final String NAME = "poison";
    static final String PURPOSE = "200 hostile bodies and records (--bodies) among 200 good runs (--runs)";

    @Option(names = "--runs", paramLabel = "N", description = "Good runs. Default: ${DEFAULT-VALUE}.")
    private int runs = 200;

    @Option(
            names = "--bodies",
            paramLabel = "N",
            description = "Hostile bodies and records. Default: ${DEFAULT-VALUE}.")
    private int bodies = 200;

    @Option(names = "--seed", paramLabel = "S", description = "Repeats the same bodies. Default: another each time.")
    private long seed = ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE);

    @Mixin
    private final Stage stage = new Stage();

    private final Path home;

    PoisonCommand(Path home) {
        this.home = home;
    }

    @Override
    public Integer call() throws Exception {
        PoisonSettings settings = settings();
        stage.tell(NAME + ": " + bodies + " hostile bodies among " + runs + " runs, seed " + seed);
        return stage.play(NAME, 1, home, suite -> new Poison(settings, suite, stage::tell).run());
    }

    private PoisonSettings settings() {
        try {
            return new PoisonSettings(runs, bodies, seed);
        } catch (IllegalArgumentException e) {
            throw stage.usage(String.valueOf(e.getMessage()));
        }
    }
}
