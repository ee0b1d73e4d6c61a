package io.flyball.orchestrator.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What is tried again, after how long, and what is not. */
final class Retrying {
    private static final Duration FIRST_BACK_OFF = Duration.ofSeconds(1);

    /** A dependency that is known to be out gets this long to come back, once. */
    private static final Duration DEPENDENCY_OUT = Duration.ofSeconds(30);

    private Retrying() {}

    /**
     * Doubles from a second on, with up to a quarter more, so that runs that failed together do not come back together.
     * The share is drawn from the id, because a decision knows no chance.
     */
    static Duration backOff(String id, int attempt) {
        long base = FIRST_BACK_OFF.toMillis() << Math.min(attempt - 1, 10);
        return Duration.ofMillis(base + Math.floorMod((id + "/" + attempt).hashCode(), base / 4));
    }

    static Decision plan(Run run, int step, int attempt, String why, Instant at, DecisionBuilder story) {
        if (attempt >= run.spec().limits().planAttempts()) {
            var handOver = new HandOver(
                    "no plan after " + attempt + " attempts: " + why, "", List.of("Check that the planner is up."));
            return Ending.escalated(run, List.of(), handOver, at, story);
        }
        Duration backOff = backOff(run.id() + ":p" + step, attempt);
        return story.to(new RunState.BackingOff(run, step, attempt + 1, at.plus(backOff)), why);
    }

    static Decision withoutPlan(
            Run run, RunState.Planning s, Plan.Wants.NoPlan noPlan, Instant at, DecisionBuilder story) {
        if (noPlan.budget() != null) {
            return withoutMoney(run, s, noPlan, at, story);
        }
        return switch (noPlan.errorClass()) {
            case TRANSIENT -> plan(run, s.step(), s.attempt(), noPlan.message(), at, story);
            case EXTERNAL ->
                s.attempt() == 1
                        ? story.to(new RunState.BackingOff(run, s.step(), 2, at.plus(DEPENDENCY_OUT)), noPlan.message())
                        : escalate(run, noPlan, "Check whether the model's provider is up.", at, story);
            case CONFIG -> escalate(run, noPlan, "Check the planner's and the agent's configuration.", at, story);
            case BUG -> escalate(run, noPlan, "This is a fault in the planner: look at its log.", at, story);
        };
    }

    /** The run waits for a person who raises the budget, where its agent waits for people at all; else it ends with what it found. */
    private static Decision withoutMoney(
            Run run, RunState.Planning s, Plan.Wants.NoPlan noPlan, Instant at, DecisionBuilder story) {
        if (run.spec().limits().patience().handOver().isZero()) {
            var reached = new LimitCheck.Reached(Outcome.BUDGET_EXCEEDED, noPlan.message());
            return Ending.limit(run, List.of(), reached, at, story);
        }
        var handOver = new HandOver(
                noPlan.message(),
                Progress.known(run),
                List.of(
                        "Raise it, and the run goes on: flyball budgets raise " + noPlan.budget()
                                + " --to LIMIT --reason WHY",
                        "Or wait until it begins anew, then hand the run back."));
        return Pausing.handOver(run, handOver, noPlan.budget(), s.step(), at, story);
    }

    /** Nobody was asked, so it was no attempt. */
    static Decision notAsked(
            Run run, RunState.Planning s, Plan.Wants.NotAsked none, Instant at, DecisionBuilder story) {
        Duration backOff = backOff(s.requestId(), 1);
        return story.to(new RunState.BackingOff(run, s.step(), s.attempt(), at.plus(backOff)), none.message());
    }

    private static Decision escalate(
            Run run, Plan.Wants.NoPlan noPlan, String check, Instant at, DecisionBuilder story) {
        var handOver = new HandOver(
                "no plan could be made (" + noPlan.errorClass() + "): " + noPlan.message(), "", List.of(check));
        return Ending.escalated(run, List.of(), handOver, at, story);
    }

    /**
     * Whether a call is made again by itself: what failed for a passing reason, if it was a read; what the executor did not even begin, as
     * it read the call after its deadline, whatever it is.
     */
    static boolean worthwhile(Run run, ActionState.Called called, ToolResult report) {
        // The same grant again would come back the same way.
        return !report.governAgain()
                && report.errorClass() == ErrorClass.TRANSIENT
                && called.dispatch() <= run.spec().limits().toolRetries()
                && (called.allowed().effect().changes()
                        ? neverBegan(report) && !run.alertResolved()
                        : neverBegan(report) || failed(report));
    }

    private static boolean failed(ToolResult report) {
        return report.status() == ToolResult.Status.FAILED || report.status() == ToolResult.Status.TIMED_OUT;
    }

    private static boolean neverBegan(ToolResult report) {
        return !report.started()
                && (report.status() == ToolResult.Status.REFUSED || report.status() == ToolResult.Status.FAILED);
    }
}
