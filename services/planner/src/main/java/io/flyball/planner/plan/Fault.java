package io.flyball.planner.plan;

/**
 * Why no plan could be made.
 *
 * @param message what went wrong and what to do about it
 */
public record Fault(ErrorClass errorClass, String message) {}
