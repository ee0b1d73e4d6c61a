package io.flyball.orchestrator.run;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What a parent sees of a specialist's run: nothing of its context, so that its failure stays its own.
 *
 * @param name the delegated step
 * @param confidence from 0 to 1
 * @param approaches what it tried, in order
 * @param errors what failed
 * @param active time that it was at work; zero where an older version did not say
 * @param looks what it looked at since its last change; none where an older version did not say
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
        long costMicros,
        Duration active,
        Looks looks) {

    public Finding {
        active = Objects.requireNonNullElse(active, Duration.ZERO);
        looks = Objects.requireNonNullElse(looks, Looks.NONE);
        approaches = List.copyOf(approaches);
        errors = List.copyOf(errors);
    }

    Finding withoutLooks() {
        return new Finding(
                name,
                agent,
                runId,
                outcome,
                summary,
                confidence,
                approaches,
                errors,
                llmCalls,
                tokens,
                costMicros,
                active,
                new Looks(looks.changedAt(), List.of()));
    }

    /** Whether it says that anything was paid for; one that was made up in place of a lost answer does not. */
    boolean paid() {
        return llmCalls > 0 || tokens > 0 || costMicros > 0;
    }

    /** Of a run that cannot report itself. */
    static Finding without(String name, String agent, String runId, Outcome outcome, String why) {
        return new Finding(
                name, agent, runId, outcome, why, 0, List.of(), List.of(why), 0, 0, 0, Duration.ZERO, Looks.NONE);
    }

    /** Whether what depends on it may begin: a run ends so only when what it changed has been verified. */
    boolean verified() {
        return switch (outcome) {
            case RESOLVED, NOT_REPRODUCED -> true;
            case ESCALATED, DENIED, STUCK, FAILED, TIMED_OUT, BUDGET_EXCEEDED, CANCELLED -> false;
        };
    }
}
