package io.flyball.spending;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code budgets.yaml}.
 *
 * @param zone whose midnight counts; absent means UTC
 * @param zones by tenant, where it is another one
 * @param highestRaise how many times the limit a person may raise a budget to; absent means 3
 * @param budgets in any order; of those of one kind the one for the fewest counts, and of those the last
 */
record BudgetsFile(
        @Nullable String zone,
        @Nullable Map<String, String> zones,
        @Nullable Integer highestRaise,
        @Nullable List<BudgetRule> budgets) {
    private static final int HIGHEST_RAISE = 3;
    private static final int MOST_TIMES = 1_000;
    static final BudgetsFile NONE = new BudgetsFile(null, null, null, null);

    BudgetsFile {
        zone = zone == null ? "UTC" : zone;
        zones = zones == null ? Map.of() : Map.copyOf(zones);
        budgets = budgets == null ? List.of() : List.copyOf(budgets);
        highestRaise = highestRaise == null ? HIGHEST_RAISE : highestRaise;
        if (highestRaise < 1 || highestRaise > MOST_TIMES) {
            throw new IllegalArgumentException("highestRaise is between 1 and 1000, not " + highestRaise);
        }
        checked(zone);
        zones.values().forEach(BudgetsFile::checked);
    }

    private static void checked(String zone) {
        try {
            ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no such time zone: " + zone, e);
        }
    }
}
