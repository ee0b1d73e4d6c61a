package io.flyball.orchestrator.run;

import io.flyball.orchestrator.run.LimitCheck.Reached;
import java.util.Optional;

/**
 * The last model call and the last tokens of a limit are for a conclusion: whoever acts with them would never see what came
 * of it.
 */
final class Concluding {
    static final String HINT =
            "This is the last model call that the limits allow: finish, or escalate with what you found."
                    + " Anything else ends the run.";

    private Concluding() {}

    /** The run, whose planner is told when its next answer must be the last. */
    static Run warned(Run run) {
        return isLastCall(run) && !run.hints().contains(HINT) ? run.withHint(HINT) : run;
    }

    /** Whether another call after the next could not be paid for; what a call takes is what they took so far, on average. */
    private static boolean isLastCall(Run run) {
        Tally used = run.tally();
        Remaining left = run.remaining();
        if (used.llmCalls() == 0) {
            return false;
        }
        return left.llmCalls() == 1
                || left.tokens() < 2 * used.tokens().total() / used.llmCalls()
                || left.costMicros() < 2 * used.costMicros() / used.llmCalls();
    }

    /** The limit that keeps a plan from being followed; a valid conclusion is followed over any limit. */
    static Optional<Reached> obstacle(Run run, Plan plan) {
        return concludes(run, plan)
                ? Optional.empty()
                : LimitCheck.spent(run).or(() -> plan.llmCalls() > 0 ? LimitCheck.noCallLeft(run) : Optional.empty());
    }

    private static boolean concludes(Run run, Plan plan) {
        return switch (plan.wants()) {
            case Plan.Wants.Escalate _ -> true;
            case Plan.Wants.Finish finish -> PlanFollower.isValid(run, finish);
            case Plan.Wants.Act _,
                    Plan.Wants.Ask _,
                    Plan.Wants.Delegate _,
                    Plan.Wants.NoPlan _,
                    Plan.Wants.NotAsked _ -> false;
        };
    }
}
