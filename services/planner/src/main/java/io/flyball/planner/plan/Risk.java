package io.flyball.planner.plan;

/** The planner's own estimate of the harm that an action could do; it can only raise the governor's. */
public enum Risk {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL
}
