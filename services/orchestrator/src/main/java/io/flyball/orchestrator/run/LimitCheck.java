package io.flyball.orchestrator.run;

import java.util.Optional;

/** Which limit a run has reached, if any. */
final class LimitCheck {
    private LimitCheck() {}

    /** A limit that was reached, and the outcome that it means. */
    record Reached(Outcome outcome, String limit) {}

    /** Before another step. */
    static Optional<Reached> beforeStep(Run run, int step) {
        Limits limits = run.spec().limits();
        if (step > limits.steps()) {
            return reached(Outcome.STUCK, "limit of " + limits.steps() + " steps reached");
        }
        return noCallLeft(run).or(() -> spent(run)).or(() -> outOfTime(run));
    }

    static Optional<Reached> noCallLeft(Run run) {
        int limit = run.spec().limits().llmCalls();
        return run.tally().llmCalls() >= limit
                ? reached(Outcome.BUDGET_EXCEEDED, "limit of " + limit + " model calls reached")
                : Optional.empty();
    }

    /** After a plan was paid for. */
    static Optional<Reached> spent(Run run) {
        Limits limits = run.spec().limits();
        Tally used = run.tally();
        if (used.tokens().total() > limits.tokens()) {
            return reached(Outcome.BUDGET_EXCEEDED, "limit of " + limits.tokens() + " tokens reached");
        }
        if (used.costMicros() > limits.costMicros()) {
            return reached(Outcome.BUDGET_EXCEEDED, "limit of $" + Dollars.of(limits.costMicros()) + " reached");
        }
        return Optional.empty();
    }

    static Optional<Reached> outOfTime(Run run) {
        return run.remaining().activeTime().isZero()
                ? reached(
                        Outcome.TIMED_OUT,
                        "limit of " + run.spec().limits().activeTime().toSeconds() + " s of active time reached")
                : Optional.empty();
    }

    /** Before an action is proposed. */
    static Optional<Reached> beforeAction(Run run, ProposedAction action) {
        Limits limits = run.spec().limits();
        if (run.tally().actions() >= limits.actions()) {
            return reached(Outcome.STUCK, "limit of " + limits.actions() + " actions reached");
        }
        if (run.tally().timesDone(action.hash()) >= limits.sameAction()) {
            return reached(
                    Outcome.STUCK,
                    "the same action " + limits.sameAction() + " times among the last 10: " + action.tool());
        }
        return Optional.empty();
    }

    /** Before a change of a service is executed. */
    static Optional<Reached> beforeChange(Run run, String target) {
        int limit = run.spec().limits().changesPerService();
        return target.startsWith("service:") && run.tally().changes().getOrDefault(target, 0) >= limit
                ? reached(Outcome.STUCK, "limit of " + limit + " changes of " + target + " reached")
                : Optional.empty();
    }

    private static Optional<Reached> reached(Outcome outcome, String limit) {
        return Optional.of(new Reached(outcome, limit));
    }
}
