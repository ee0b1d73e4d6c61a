package io.flyball.orchestrator.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The planner's answer to one request.
 *
 * @param wants what it wants next
 * @param confidence from 0 to 1
 */
public record Plan(
        String id,
        String requestId,
        Wants wants,
        String reasoning,
        double confidence,
        DecidedBy decidedBy,
        Tokens tokens,
        int llmCalls,
        long costMicros) {

    /** What a planner may want. */
    public sealed interface Wants {
        /** Take these actions. */
        record Act(List<ProposedAction> actions) implements Wants {
            public Act {
                actions = List.copyOf(actions);
            }
        }

        /** End the run. */
        record Finish(
                Outcome outcome, String summary, @Nullable String rootCause) implements Wants {}

        /** Hand over to a person. */
        record Escalate(HandOver handOver) implements Wants {}

        /** Ask a person. */
        record Ask(String question) implements Wants {}

        /** Let specialists do steps. */
        record Delegate(List<Delegation> steps) implements Wants {
            public Delegate {
                steps = List.copyOf(steps);
            }
        }

        /** A stop or the time kept the planner from asking a model at all. */
        record NotAsked(String message) implements Wants {}

        /**
         * No plan could be made.
         *
         * @param budget the budget that has no room; null when none was in the way
         */
        record NoPlan(
                ErrorClass errorClass,
                String message,
                @Nullable String budget) implements Wants {
            public NoPlan(ErrorClass errorClass, String message) {
                this(errorClass, message, null);
            }
        }
    }

    /**
     * A step for a specialist.
     *
     * @param dependsOn steps that must be verified first
     */
    public record Delegation(String name, String agent, String goal, List<String> dependsOn) {
        public Delegation {
            dependsOn = List.copyOf(dependsOn);
        }
    }

    /** What made the decision. */
    public record DecidedBy(
            String planner,
            @Nullable String runbook,
            @Nullable String version,
            @Nullable String provider,
            @Nullable String model,
            String why) {}
}
