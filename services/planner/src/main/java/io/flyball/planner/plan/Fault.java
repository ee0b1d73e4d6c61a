package io.flyball.planner.plan;

/**
 * Why no plan could be made.
 *
 * @param message what went wrong and what to do about it
 * @param asked whether it was tried; false if a stop or the time kept a model from being asked
 */
public record Fault(ErrorClass errorClass, String message, boolean asked) {

    /** A plan that was tried for. */
    public Fault(ErrorClass errorClass, String message) {
        this(errorClass, message, true);
    }
}
