package io.flyball.costledger.budgets;

import io.flyball.contract.BudgetRaise;
import io.flyball.spending.Counter;
import io.flyball.spending.Counters;
import io.flyball.spending.Unit;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** What people let budgets have more, so that it outlives a Redis that forgets. */
final class Raises {
    private final Map<Counter, Long> raised = new LinkedHashMap<>();
    private BooleanSupplier complete = () -> false;
    private boolean news = true;

    /** @param complete whether all raises were heard that there were at the start */
    synchronized void readBy(BooleanSupplier complete) {
        this.complete = complete;
    }

    synchronized boolean isComplete() {
        return complete.getAsBoolean();
    }

    synchronized void hear(BudgetRaise raise) {
        raised.merge(counter(raise), raise.getLimit(), Math::max);
        news = true;
    }

    /** Tells those that still count; all of them where {@code anew}, else only if one came since. */
    synchronized void tell(Counters counters, Instant now, boolean anew) {
        if (news || anew) {
            raised.keySet()
                    .removeIf(counter ->
                            counter.resetsAt() != null && !counter.resetsAt().isAfter(now));
            raised.forEach(counters::raise);
            news = false;
        }
    }

    private static Counter counter(BudgetRaise raise) {
        Unit unit = Arrays.stream(Unit.values())
                .filter(it -> it.label().equals(raise.getUnit()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no unit: " + raise.getUnit()));
        return new Counter(
                raise.getBudgetId(),
                raise.getPeriod(),
                raise.getTenant(),
                unit,
                raise.getBefore(),
                raise.getResetsAt());
    }
}
