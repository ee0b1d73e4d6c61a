package io.flyball.orchestrator.run;

import io.flyball.orchestrator.run.LimitCheck.Reached;
import io.flyball.orchestrator.run.LoopDetector.Loop;
import io.flyball.orchestrator.run.LoopWatch.ActionTrace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Does what a plan wants, or says why not. */
final class PlanFollower {
    private PlanFollower() {}

    static Decision follow(Run run, int step, Plan plan, Instant at, DecisionBuilder story) {
        return switch (plan.wants()) {
            case Plan.Wants.Act act -> act(run, step, plan, act, at, story);
            case Plan.Wants.Finish finish -> finish(run, step, plan, finish, at, story);
            case Plan.Wants.Escalate e -> Ending.handOver(run, step, turn(step, plan, null), e.handOver(), at, story);
            case Plan.Wants.Ask ask -> Asking.ask(run, step, plan, ask, at, story);
            case Plan.Wants.Delegate delegate -> delegate(run, step, plan, delegate, at, story);
            // Handled before a plan is followed.
            case Plan.Wants.NoPlan _, Plan.Wants.NotAsked _ -> Decision.stay(null, "no plan to follow");
        };
    }

    private static Decision act(Run run, int step, Plan plan, Plan.Wants.Act act, Instant at, DecisionBuilder story) {
        Optional<String> refusal = refusal(run, act);
        return refusal.isPresent()
                ? refuse(run, step, plan, refusal.get(), at, story)
                : propose(run, step, plan, act, at, story);
    }

    private static Optional<String> refusal(Run run, Plan.Wants.Act act) {
        if (act.actions().isEmpty()) {
            return Optional.of("The plan to act names no action: name one, finish, or escalate.");
        }
        return act.actions().stream()
                .filter(action -> action.phase() != null)
                .flatMap(action -> Manifest.refusal(run.phases(), String.valueOf(action.phase())).stream())
                .findFirst();
    }

    private static Decision propose(
            Run run, int step, Plan plan, Plan.Wants.Act act, Instant at, DecisionBuilder story) {
        Run counting = run;
        List<Action> actions = new ArrayList<>();
        for (ProposedAction proposal : act.actions()) {
            Optional<Reached> reached = LimitCheck.beforeAction(counting, proposal);
            if (reached.isPresent()) {
                return Ending.limit(run, turn(step, plan, reached.get().limit()), reached.get(), at, story);
            }
            counting = counting.with(counting.tally().withAction(proposal.hash()));
            counting = watched(counting, proposal, step, story);
            if (counting.loops().detections() > 1) {
                return Ending.stuck(counting, turn(step, plan, "the run repeats itself"), at, story);
            }
            actions.add(Action.propose(run.id(), step, proposal));
        }
        for (Action action : actions) {
            story.tell(new RunFact.ActionProposed(action)).command(new RunCommand.Propose(counting, step, action));
        }
        Run begun = phases(counting, act, story);
        return story.to(new RunState.Acting(begun, step, plan, actions, null, null), "the plan wants to act");
    }

    /** The first detection is told to the planner; the caller ends the run at the second. */
    private static Run watched(Run run, ProposedAction proposal, int step, DecisionBuilder story) {
        ActionTrace trail = LoopDetector.trail(proposal, step, run.tally().changesMade());
        Optional<Loop> loop = LoopDetector.look(run.loops().recent(), trail);
        Run watched =
                run.edit().loops(run.loops().after(trail, loop.isPresent())).done();
        if (loop.isEmpty()) {
            return watched;
        }
        story.tell(new RunFact.LoopDetected(
                loop.get().kind(), loop.get().description(), watched.loops().detections()));
        return watched.withHint("You repeat yourself: " + loop.get().description()
                + ". Try something else, ask, or escalate; once more ends the run.");
    }

    private static Run phases(Run run, Plan.Wants.Act act, DecisionBuilder story) {
        Run moved = run;
        for (ProposedAction action : act.actions()) {
            if (action.phase() != null) {
                moved = Manifest.move(moved, action.phase(), Phase.State.ACTING, story);
            }
        }
        return moved;
    }

    private static Decision delegate(
            Run run, int step, Plan plan, Plan.Wants.Delegate delegate, Instant at, DecisionBuilder story) {
        Optional<String> refusal = Delegating.refusal(run, delegate.steps());
        return refusal.isPresent()
                ? refuse(run, step, plan, refusal.get(), at, story)
                : Delegating.begin(run, step, plan, delegate.steps(), at, story);
    }

    private static Decision finish(
            Run run, int step, Plan plan, Plan.Wants.Finish finish, Instant at, DecisionBuilder story) {
        Optional<String> refusal = refusal(run, finish);
        return refusal.isPresent()
                ? refuse(run, step, plan, refusal.get(), at, story)
                : Ending.finished(run, turn(step, plan, null), finish, at, story);
    }

    static boolean isValid(Run run, Plan.Wants.Finish finish) {
        return refusal(run, finish).isEmpty();
    }

    private static Optional<String> refusal(Run run, Plan.Wants.Finish finish) {
        return switch (finish.outcome()) {
            case RESOLVED, NOT_REPRODUCED -> Verifying.refusal(run, finish);
            case ESCALATED, DENIED, STUCK, FAILED, TIMED_OUT, BUDGET_EXCEEDED, CANCELLED -> Optional.empty();
        };
    }

    private static Decision refuse(Run run, int step, Plan plan, String why, Instant at, DecisionBuilder story) {
        story.tell(new RunFact.DecisionRefused(plan.id(), why));
        turn(step, plan, why).forEach(kept -> story.command(new RunCommand.KeepStep(kept)));
        return Planning.nextStep(run.withHint(why), at, story, why);
    }

    static List<Step> turn(int step, Plan plan, @Nullable String refusal) {
        return List.of(new Step(step, plan, List.of(), refusal));
    }
}
