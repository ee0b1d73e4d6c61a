package io.flyball.orchestrator.run;

import java.util.List;

/**
 * What a parent sees of a specialist's run: nothing of its context, so that its failure stays its own.
 *
 * @param name the delegated step
 * @param confidence from 0 to 1
 * @param approaches what it tried, in order
 * @param errors what failed
 */
public record Finding(
        String name,
        String agent,
        String runId,
        Outcome outcome,
        String summary,
        double confidence,
        List<String> approaches,
        List<String> errors,
        int llmCalls,
        long tokens,
        long costMicros) {

    public Finding {
        approaches = List.copyOf(approaches);
        errors = List.copyOf(errors);
    }

    /** Whether what depends on it may begin: a run ends so only when what it changed has been verified. */
    boolean verified() {
        return switch (outcome) {
            case RESOLVED, NOT_REPRODUCED -> true;
            case ESCALATED, DENIED, STUCK, FAILED, TIMED_OUT, BUDGET_EXCEEDED, CANCELLED -> false;
        };
    }
}
