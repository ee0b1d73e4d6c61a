package io.flyball.drills.budgetrace;

/** What is broken. */
public enum Break {
    /** kill -9 of a process of spenders, as of a planner in the middle of calls. */
    SPENDERS,
    /** kill -9 of the cost ledger. */
    LEDGER,
    /** kill -9 of Redis, which comes back with its data. */
    REDIS,
    /** Redis forgets everything. */
    FLUSH
}
