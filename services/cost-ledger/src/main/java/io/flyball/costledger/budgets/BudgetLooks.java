package io.flyball.costledger.budgets;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks after the budgets' counters for as long as the service runs. */
final class BudgetLooks implements AutoCloseable {
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("budgets").daemon().factory());

    BudgetLooks(BudgetTruth truth, AbandonedCalls abandoned, Duration every) {
        timer.scheduleWithFixedDelay(abandoned, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        timer.scheduleWithFixedDelay(truth::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
