package io.flyball.planner.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the planner wants next. */
public sealed interface Decision {

    /** Why, and how surely. */
    Rationale rationale();

    /** Tools are to be called. */
    record Act(Rationale rationale, List<ProposedAction> actions) implements Decision {
        public Act {
            actions = List.copyOf(actions);
            if (actions.isEmpty()) {
                throw new IllegalArgumentException("to act is to name at least one action");
            }
        }
    }

    /** Specialists are to do these steps, side by side where none depends on another. */
    record Delegate(Rationale rationale, List<Delegated> steps) implements Decision {
        public Delegate {
            steps = List.copyOf(steps);
            if (steps.isEmpty()) {
                throw new IllegalArgumentException("to delegate is to name at least one step");
            }
        }
    }

    /** A person is to answer a question. */
    record Ask(Rationale rationale, String question) implements Decision {}

    /**
     * A person is to take over.
     *
     * @param reason why a person is needed
     * @param known what is known so far
     * @param fault why no plan could be made; absent when escalating is the plan
     */
    record Escalate(
            Rationale rationale,
            String reason,
            String known,
            List<String> nextSteps,
            @Nullable Fault fault) implements Decision {
        public Escalate {
            nextSteps = List.copyOf(nextSteps);
        }

        /** No plan could be made at all. */
        public static Escalate because(Fault fault, String nextStep) {
            return new Escalate(
                    new Rationale("No plan could be made: " + fault.message(), 0, 1),
                    fault.message(),
                    "",
                    List.of(nextStep),
                    fault);
        }
    }

    /** The run is to end. */
    record Finish(
            Rationale rationale,
            FinishOutcome outcome,
            String summary,
            @Nullable String rootCause) implements Decision {}
}
