package io.flyball.planner.plan;

/** What an earlier decision wanted. */
public enum DecisionKind {
    ACT,
    DELEGATE,
    ASK,
    ESCALATE,
    FINISH
}
