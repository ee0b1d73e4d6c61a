package io.flyball.planner.plan;

/** The governor's answer for an action. */
public enum Verdict {
    ALLOW,
    ALLOW_AND_NOTIFY,
    HOLD_FOR_APPROVAL,
    DENY
}
