package io.flyball.drills;

import io.flyball.drills.budgetrace.Break;
import io.flyball.drills.budgetrace.BudgetRace;
import io.flyball.drills.budgetrace.BudgetRaceSettings;
import io.flyball.drills.budgetrace.SmallBudgets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Many spenders against small budgets, while something is broken. */
@Command(
        mixinStandardHelpOptions = true,
        description = {
            "Let many spenders in several processes race for small budgets, and break what counts meanwhile.",
            "A provider stand-in bills every call. No budget may be exceeded, nothing may stay held, and the ledger must have to "
                    + "the micro-dollar what the provider has; calls whose spender died are apart: they count with their most."
        },
        footer = {"", "Example:", "  flyball drill budget-race --spenders 200 --seed 1 -o json"})
final class BudgetRaceCommand implements Callable<Integer> {
    /** Which drill: what is broken. */
    enum Kind {
        RACE("200 spenders (--spenders) while spenders, ledger and Redis are killed and Redis forgets", Break.values()),
        LEDGER_KILL("the same while the ledger alone is killed (-9)", Break.LEDGER),
        REDIS_LOST("the same while Redis is killed and forgets everything", Break.REDIS, Break.FLUSH);

        private final String purpose;
        private final Set<Break> breaks;

        Kind(String purpose, Break... breaks) {
            this.purpose = purpose;
            this.breaks = EnumSet.copyOf(Set.of(breaks));
        }

        String label() {
            return this == RACE
                    ? "budget-race"
                    : name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        String purpose() {
            return purpose;
        }
    }

    @Option(names = "--spenders", paramLabel = "N", description = "Spenders at once. Default: ${DEFAULT-VALUE}.")
    private int spenders = 200;

    @Option(names = "--seconds", paramLabel = "S", description = "How long they spend. Default: ${DEFAULT-VALUE}.")
    private int seconds = 60;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Repeats the same disturbances. Default: another each time.")
    private long seed = ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE);

    @Mixin
    private final Stage stage = new Stage();

    private final Path home;
    private final Kind kind;

    BudgetRaceCommand(Path home, Kind kind) {
        this.home = home;
        this.kind = kind;
    }

    @Override
    public Integer call() throws Exception {
        BudgetRaceSettings settings = settings();
        stage.tell(kind.label() + ": " + spenders + " spenders, seed " + seed);
        return stage.play(
                kind.label(),
                1,
                home,
                _ -> new SmallBudgets(settings),
                (suite, _) -> new BudgetRace(settings, suite, stage::tell).run());
    }

    private BudgetRaceSettings settings() {
        try {
            return new BudgetRaceSettings(kind.label(), spenders, Duration.ofSeconds(seconds), kind.breaks, seed);
        } catch (IllegalArgumentException e) {
            throw stage.usage(String.valueOf(e.getMessage()));
        }
    }
}
