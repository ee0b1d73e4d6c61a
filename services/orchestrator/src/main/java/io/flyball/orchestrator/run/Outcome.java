package io.flyball.orchestrator.run;

/** Why a run ended. */
public enum Outcome {
    RESOLVED,
    NOT_REPRODUCED,
    ESCALATED,
    DENIED,
    STUCK,
    FAILED,
    TIMED_OUT,
    BUDGET_EXCEEDED,
    CANCELLED
}
