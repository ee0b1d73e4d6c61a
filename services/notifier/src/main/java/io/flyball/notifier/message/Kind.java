package io.flyball.notifier.message;

/** What people are told about. */
public enum Kind {
    BRIEFING,
    PROGRESS,
    APPROVAL_NEEDED,
    CLOSING,
    ESCALATION,
    STOP,
    RELEASE,
    BUDGET,
    BREAKER
}
