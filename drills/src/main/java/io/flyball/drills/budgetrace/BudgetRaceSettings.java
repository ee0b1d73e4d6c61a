package io.flyball.drills.budgetrace;

import java.time.Duration;
import java.util.Random;
import java.util.Set;

/**
 * One such drill.
 *
 * @param spenders spend at once, over all processes
 * @param lasts how long they spend
 * @param breaks what is broken meanwhile
 */
public record BudgetRaceSettings(String name, int spenders, Duration lasts, Set<Break> breaks, long seed) {
    private static final int PER_PROCESS = 50;

    public BudgetRaceSettings {
        if (spenders < 1 || !lasts.isPositive()) {
            throw new IllegalArgumentException("at least 1 spender and 1 second");
        }
        breaks = Set.copyOf(breaks);
    }

    int processes() {
        return Math.max(2, (spenders + PER_PROCESS - 1) / PER_PROCESS);
    }

    /** Of that process; together as many as were wanted, and each has one at least. */
    int spendersOf(int process) {
        return Math.max(1, (spenders + process) / processes());
    }

    Random chance() {
        return new Random(seed);
    }
}
