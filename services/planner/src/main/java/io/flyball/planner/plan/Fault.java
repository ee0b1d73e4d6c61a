package io.flyball.planner.plan;

import org.jspecify.annotations.Nullable;

/**
 * Why no plan could be made.
 *
 * @param message what went wrong and what to do about it
 * @param asked whether it was tried; false if a stop or the time kept a model from being asked
 * @param budget the budget that has no room; absent when none was in the way
 */
public record Fault(
        ErrorClass errorClass,
        String message,
        boolean asked,
        @Nullable String budget) {

    public Fault(ErrorClass errorClass, String message, boolean asked) {
        this(errorClass, message, asked, null);
    }

    /** A call that would have cost more than there is. */
    public static Fault ofBudget(String budget, String message) {
        return new Fault(ErrorClass.CONFIG, message, true, budget);
    }

    /** A plan that was tried for. */
    public Fault(ErrorClass errorClass, String message) {
        this(errorClass, message, true);
    }
}
