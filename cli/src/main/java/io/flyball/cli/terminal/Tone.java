package io.flyball.cli.terminal;

/** What a text means, which says how it is coloured. */
public enum Tone {
    PLAIN(""),
    STRONG("1"),
    FAINT("2"),
    GOOD("32"),
    BAD("31"),
    WAITING("33"),
    TITLE("1;36");

    private final String code;

    Tone(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    /** How the states, outcomes, verdicts and statuses of the suite look. */
    public static Tone of(String state) {
        return switch (state) {
            case "UP", "RESOLVED", "NOT_REPRODUCED", "SUCCEEDED", "APPROVED", "VERIFIED", "ALLOW" -> GOOD;
            case "DOWN", "FAILED", "ESCALATED", "DENIED", "STUCK", "TIMED_OUT", "BUDGET_EXCEEDED", "DENY" -> BAD;
            case "REFUSED", "STOPPED", "UNKNOWN", "EXPIRED", "CRITICAL", "CANCELLED" -> BAD;
            case "NOT_READY",
                    "AWAITING_APPROVAL",
                    "AWAITING_ANSWER",
                    "HELD",
                    "PAUSED",
                    "PENDING",
                    "HOLD_FOR_APPROVAL",
                    "HIGH" -> WAITING;
            default -> PLAIN;
        };
    }
}
