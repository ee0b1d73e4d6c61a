package io.flyball.drills.heal;

import io.flyball.drills.Stage;
import io.flyball.drills.load.Door;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Breaks a small shop for real, and counts what the first responder makes of it. */
@Command(
        name = "heal",
        mixinStandardHelpOptions = true,
        description = {
            "Break a small shop of real programs for real, one fault after the other, and see whether it is found and healed.",
            "Each fault gets a stage built anew and an alert by the door; the first responder looks, diagnoses and acts as far as policy allows,"
                    + " without a model. Whether it helped, and what else was changed, is looked at from outside."
        },
        footer = {
            "",
            "Ends with 0 only if every fault that could be tried was found, put right and nothing else was changed.",
            "Examples:",
            "  flyball heal --faults dead,stopped",
            "  flyball heal --faults all --seed 7 --decoys -o json",
            "  flyball heal --faults all --faults-dir /srv/our-faults"
        })
final class HealCommand implements Callable<Integer> {
    @Option(
            names = "--faults",
            paramLabel = "all|NAME",
            split = ",",
            arity = "1..*",
            description = "Which faults. Default: all.")
    private List<String> faults = List.of("all");

    @Option(
            names = "--faults-dir",
            paramLabel = "DIR",
            description = "Where folders of faults are. Default: the project's own.")
    private @Nullable Path folder;

    @Option(names = "--seed", paramLabel = "S", description = "The order follows from it. Default: another each time.")
    private long seed = ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE);

    @Option(
            names = "--decoys",
            description = "Report an innocent deployment, made half a minute before, ahead of each fault.")
    private boolean decoys;

    @Option(names = "--story", description = "Tell each run: what was asked, changed, seen and ruled out.")
    private boolean story;

    @Mixin
    private final Stage stage = new Stage();

    private final Path home;

    HealCommand(Path home) {
        this.home = home;
    }

    @Override
    public Integer call() throws Exception {
        Path lab = home.resolve("faults").toAbsolutePath().normalize();
        Path where = folder == null ? lab : folder.toAbsolutePath().normalize();
        List<Fault> wanted = wanted(where);
        stage.tell("heal: " + wanted.size() + " faults of " + where + ", seed " + seed);
        return stage.play("heal", 1, home, logs -> Shop.in(lab, logs), (suite, shop) -> {
            Healing healing =
                    new Healing(shop, where, new Door(suite.console(), suite.token()), decoys, this::tell, stage::tell);
            List<HealedFault> all = new ArrayList<>();
            for (Fault fault : wanted) {
                all.add(healing.of(fault));
                tell(all.getLast());
            }
            return HealReport.of(seed, decoys, all);
        });
    }

    private void tell(JsonNode run) {
        if (story) {
            Story.of(run).forEach(stage::tell);
        }
    }

    private void tell(HealedFault each) {
        stage.tell("  " + each.name() + ": "
                + (each.tried()
                        ? each.outcome() + " " + each.found() + (each.healed() ? ", healed" : "") + took(each)
                        : each.note()));
    }

    private static String took(HealedFault each) {
        Double seconds = each.secondsToHealed() == null ? each.secondsToBriefing() : each.secondsToHealed();
        return seconds == null ? "" : String.format(Locale.ROOT, ", %.1f s", seconds);
    }

    private List<Fault> wanted(Path where) {
        try {
            return new Faults(where).named(faults, seed);
        } catch (IllegalArgumentException e) {
            throw stage.usage(String.valueOf(e.getMessage()));
        }
    }
}
