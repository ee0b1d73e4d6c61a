package io.flyball.spending;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A budget in one of its periods.
 *
 * @param budget the budget, for example {@code principal:ann:day}; a raise of it holds for all its periods
 * @param period the period's name, for example {@code 2026-11-27}; empty for one that never begins anew
 * @param tenant whose it is
 * @param limit in the unit
 * @param resetsAt when the next period begins; absent where none does
 */
public record Counter(
        String budget,
        String period,
        String tenant,
        Unit unit,
        long limit,
        @Nullable Instant resetsAt) {

    public Counter {
        if (limit < 0 || limit >= Charge.MOST) {
            throw new IllegalArgumentException("a limit is between 0 and 2^53, not " + limit);
        }
    }

    /** Unique among all counters. */
    public String id() {
        return tenant + "/" + budget + (period.isEmpty() ? "" : ":" + period) + "/" + unit.label();
    }
}
