package io.flyball.cli.runs;

import java.util.List;

/**
 * A run as the console tells it.
 *
 * @param outcome empty while it is open; so are summary, rootCause and reason
 * @param holdReason empty unless it is held
 * @param openedAt ISO 8601, as are all times
 */
public record Run(
        String id,
        String agent,
        String goal,
        String status,
        String holdReason,
        String outcome,
        String summary,
        String rootCause,
        String reason,
        HandOver handOver,
        AlertFacts alert,
        String openedAt,
        String closedAt,
        List<Step> steps,
        List<Action> actions,
        List<Verification> verification,
        List<Note> notes,
        List<Notice> notices,
        Spent spent,
        String traceId) {

    /** Whether nothing more will happen. */
    public boolean ended() {
        return status.equals("ENDED");
    }

    /** Whether it ended with nothing left to do. */
    public boolean isWell() {
        return outcome.equals("RESOLVED") || outcome.equals("NOT_REPRODUCED");
    }

    /** The alert that opened it; all empty if a person did. */
    public record AlertFacts(String name, String service, String severity, String fingerprint) {}

    /** What a person needs to go on; all empty unless handed over. */
    public record HandOver(String reason, String known, List<String> nextSteps) {}

    /**
     * One turn of the loop.
     *
     * @param decisionId tells two decisions of the same step apart
     * @param confidence from 0 to 1
     * @param decidedBy the runbook or the model
     * @param refusal why the orchestrator refused the decision; empty if it did not
     */
    public record Step(
            int number,
            String decisionId,
            String decision,
            String reasoning,
            double confidence,
            String decidedBy,
            String refusal,
            String at) {}

    /**
     * One thing that happened beside the steps.
     *
     * @param at ISO 8601
     */
    public record Note(long sequence, String at, String kind, String text) {}

    /** Whether the effect of a change has been seen. */
    public record Verification(String target, String state, String actionId, int attempts) {}

    /** Whether a channel has told people. */
    public record Notice(String channel, String status) {}

    /**
     * What its model calls have used.
     *
     * @param micros millionths of a US dollar
     */
    public record Spent(long micros, long llmCalls, long tokens) {}
}
