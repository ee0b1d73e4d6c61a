package io.flyball.drills.heal;

import io.flyball.drills.check.Report;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All faults of one call.
 *
 * @param decoys whether an innocent deployment was reported before each fault
 */
record HealReport(long seed, boolean decoys, Totals totals, List<HealedFault> faults) implements Report {

    HealReport {
        faults = List.copyOf(faults);
    }

    /**
     * Sums; shares are of those that were tried.
     *
     * @param right healed, or given to a person where only a person should act
     */
    record Totals(
            int faults,
            int tried,
            int diagnosed,
            int healed,
            int escalated,
            int right,
            int collateral,
            @Nullable Double medianSecondsToBriefing,
            @Nullable Double medianSecondsToHealed,
            double dollars) {}

    static HealReport of(long seed, boolean decoys, List<HealedFault> faults) {
        return new HealReport(
                seed,
                decoys,
                new Totals(
                        faults.size(),
                        count(faults, HealedFault::tried),
                        count(faults, HealedFault::diagnosed),
                        count(faults, HealedFault::healed),
                        count(faults, HealedFault::escalated),
                        count(faults, HealedFault::isRight),
                        faults.stream()
                                .mapToInt(each -> each.collateral().size())
                                .sum(),
                        median(faults, HealedFault::secondsToBriefing),
                        median(faults, HealedFault::secondsToHealed),
                        faults.stream().mapToDouble(HealedFault::dollars).sum()),
                faults);
    }

    private static int count(List<HealedFault> faults, java.util.function.Predicate<HealedFault> which) {
        return (int) faults.stream().filter(which).count();
    }

    private static @Nullable Double median(List<HealedFault> faults, Function<HealedFault, @Nullable Double> seconds) {
        List<Double> sorted = faults.stream()
                .map(seconds)
                .filter(Objects::nonNull)
                .map(each -> (Double) each)
                .sorted()
                .toList();
        return sorted.isEmpty() ? null : sorted.get(sorted.size() / 2);
    }

    /** Whether everything that was tried was diagnosed and put right, and nothing else was changed. */
    @Override
    public boolean good() {
        return totals.tried() > 0
                && totals.diagnosed() == totals.tried()
                && totals.right() == totals.tried()
                && totals.collateral() == 0;
    }

    @Override
    public String text() {
        String rows = faults.stream().map(HealReport::row).collect(Collectors.joining("\n"));
        return """
                %-26s %-34s %-9s %-16s %9s %9s  %s
                %s

                %d faults, %d tried: %d diagnosed, %d healed or rightly handed over (%d healed), %d collateral
                median %s s to briefing, %s s to healed; %.2f dollars; seed %d%s
                """.formatted(
                        "fault",
                        "cause",
                        "diagnosed",
                        "result",
                        "briefing",
                        "healed",
                        "collateral",
                        rows,
                        totals.faults(),
                        totals.tried(),
                        totals.diagnosed(),
                        totals.right(),
                        totals.healed(),
                        totals.collateral(),
                        seconds(totals.medianSecondsToBriefing()),
                        seconds(totals.medianSecondsToHealed()),
                        totals.dollars(),
                        seed,
                        decoys ? ", with decoys" : "");
    }

    private static String row(HealedFault each) {
        String row = String.format(
                Locale.ROOT,
                "%-26s %-34s %-9s %-16s %9s %9s  %s",
                each.name(),
                each.expected(),
                each.diagnosed() ? "yes" : each.tried() ? "NO" : "-",
                result(each),
                seconds(each.secondsToBriefing()),
                seconds(each.secondsToHealed()),
                String.join(", ", each.collateral()));
        boolean clear = each.diagnosed() && each.isRight() && each.collateral().isEmpty();
        return clear ? row : row.stripTrailing() + "\n    " + each.outcome() + " " + each.found() + " " + each.note();
    }

    private static String result(HealedFault each) {
        if (!each.tried()) {
            return "not tried";
        }
        if (each.outcome().isEmpty()) {
            return "BROKEN";
        }
        return each.healed()
                ? each.outcome().equals("NOT_REPRODUCED") ? "nothing wrong" : "healed"
                : !each.escalated() ? "NOT HEALED" : each.forPerson() ? "handed over" : "HANDED OVER";
    }

    private static String seconds(@Nullable Double seconds) {
        return seconds == null ? "-" : String.format(Locale.ROOT, "%.1f", seconds);
    }
}
