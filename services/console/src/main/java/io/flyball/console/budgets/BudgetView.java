package io.flyball.console.budgets;

import io.flyball.spending.BudgetBoard;
import io.flyball.spending.Counter;
import io.flyball.spending.Counters;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A budget as people see it; amounts in its unit.
 *
 * @param period for example {@code 2026-11-27}; empty for a budget that never begins anew
 * @param unit tokens or micro-dollars
 * @param used what was spent, and what calls under way may take
 * @param held the part of it that calls under way may take
 * @param limit what holds now
 * @param before the limit without any raise
 * @param percent of the limit, rounded down
 * @param resetsAt when it begins anew; null if it never does
 */
record BudgetView(
        String budget,
        String tenant,
        String period,
        String unit,
        long used,
        long held,
        long limit,
        long before,
        long remaining,
        long percent,
        @Nullable Instant resetsAt) {
    /** The fullest first. */
    static final Comparator<BudgetView> FULLEST_FIRST = Comparator.comparingLong(BudgetView::percent)
            .reversed()
            .thenComparing(BudgetView::budget)
            .thenComparing(BudgetView::unit);

    static BudgetView of(BudgetBoard.Line line) {
        Counter counter = line.counter();
        Counters.Standing standing = line.standing();
        long used = standing.used() + standing.held();
        return new BudgetView(
                counter.budget(),
                counter.tenant(),
                counter.period(),
                counter.unit().label(),
                used,
                standing.held(),
                standing.limit(),
                counter.limit(),
                Math.max(0, standing.limit() - used),
                standing.limit() == 0 ? 100 : used * 100 / standing.limit(),
                counter.resetsAt());
    }
}
