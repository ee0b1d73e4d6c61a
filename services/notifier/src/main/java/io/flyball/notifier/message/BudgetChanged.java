package io.flyball.notifier.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A budget crossed a threshold, was exceeded or began anew.
 *
 * @param unit tokens or micro-dollars
 */
public record BudgetChanged(
        String id,
        String budgetId,
        String tenant,
        Change change,
        String unit,
        int thresholdPercent,
        long used,
        long limit,
        @Nullable Instant resetsAt,
        @Nullable String runId,
        @Nullable String agent,
        Instant at) {

    /** What happened to it. */
    public enum Change {
        THRESHOLD_CROSSED,
        EXCEEDED,
        RESET
    }
}
