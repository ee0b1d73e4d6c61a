package io.flyball.planner.plan;

/**
 * What is left of the run's limits.
 *
 * @param costMicros millionths of a US dollar
 * @param activeMillis milliseconds of work; waiting for people does not count
 */
public record Remaining(int steps, int llmCalls, int actions, long tokens, long costMicros, long activeMillis) {}
