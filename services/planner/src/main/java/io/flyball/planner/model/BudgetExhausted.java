package io.flyball.planner.model;

/** A budget has no room for the call; the message says which, what is used, its limit, and when it begins anew. */
public final class BudgetExhausted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String budget;

    public BudgetExhausted(String budget, String message) {
        super(message);
        this.budget = budget;
    }

    /** The budget, for example {@code principal:ann:day}. */
    public String budget() {
        return budget;
    }
}
