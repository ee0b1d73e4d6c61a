package io.flyball.drills.budgetrace;

import io.flyball.drills.suite.Service;
import io.flyball.drills.suite.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The catalogue of drills with budgets that are reached long before the time is over, on a slow machine too. */
public record SmallBudgets(BudgetRaceSettings settings) implements Site, AutoCloseable {
    private static final long MICROS_A_SPENDER_AND_SECOND = 601;

    /** What all may spend in a day, micro-dollars. */
    long all() {
        return settings.spenders() * settings.lasts().toSeconds() * MICROS_A_SPENDER_AND_SECOND;
    }

    /** What each of the people may: together a little more than all. */
    long principal() {
        return all() * 3 / 10;
    }

    @Override
    public void write(Path shipped, Path catalogue) {
        Site.OF_DRILLS.write(shipped, catalogue);
        try {
            Files.writeString(catalogue.resolve("budgets.yaml"), """
                    budgets:
                      - {of: run, tokens: 100000000}
                      - {of: principal, per: day, microDollars: %d}
                      - {of: all, per: day, microDollars: %d}
                    """.formatted(principal(), all()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<String> options(Service service) {
        return List.of();
    }

    @Override
    public void close() {
        // Its files are the suite's.
    }
}
