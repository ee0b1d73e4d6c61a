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
 * @param budgets in any order; of those of one kind the one for the fewest counts, and of those the last
 */
record BudgetsFile(
        @Nullable String zone,
        @Nullable Map<String, String> zones,
        @Nullable List<BudgetRule> budgets) {
    static final BudgetsFile NONE = new BudgetsFile(null, null, null);

    BudgetsFile {
        zone = zone == null ? "UTC" : zone;
        zones = zones == null ? Map.of() : Map.copyOf(zones);
        budgets = budgets == null ? List.of() : List.copyOf(budgets);
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
