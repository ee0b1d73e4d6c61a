package io.flyball.orchestrator.run;

import io.flyball.orchestrator.run.LimitCheck.Reached;
import io.flyball.orchestrator.run.RunEvent.PlanArrived;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The planner's answers, in time or late. Each is counted once, since it was paid for; one about the step at hand is used. */
final class PlanAnswers {
    private PlanAnswers() {}

    /** Whether that plan answers a question of the run that had no answer yet. */
    static boolean isAwaited(RunState.Open state, PlanArrived event) {
        return asked(state).open().contains(event.plan().requestId());
    }

    private static Questions asked(RunState.Open state) {
        Questions questions = state.run().questions();
        return state instanceof RunState.Planning s
                ? questions.including(s.step(), s.attempt(), s.requestId())
                : questions;
    }

    /** The run, which remembers what it is waiting for. */
    static Run remembering(RunState.Planning s) {
        return s.run().edit().questions(asked(s)).done();
    }

    static Decision arrived(RunState.Open state, PlanArrived event) {
        Plan plan = event.plan();
        Run run = state.run()
                .edit()
                .questions(asked(state).answered(plan.requestId()))
                .done();
        return switch (state) {
            case RunState.Planning s -> planning(s, run, event);
            case RunState.BackingOff s when usable(run, s.step(), plan) -> followed(run, s.step(), plan, event.at());
            case RunState.Held s
            when s.answer() == null && usable(run, s.step(), plan) ->
                told(plan)
                        .to(
                                new RunState.Held(counted(run, plan), s.reason(), s.step(), s.attempt(), plan),
                                "held: the plan is followed after the release");
            case RunState.Paused s
            when s.answer() == null && usable(run, s.step(), plan) ->
                told(plan).to(s.with(counted(run, plan), plan), "paused: the plan is followed after the pause");
            case RunState.BackingOff _,
                    RunState.Held _,
                    RunState.Paused _,
                    RunState.Queued _,
                    RunState.Acting _,
                    RunState.Delegating _,
                    RunState.Closing _,
                    RunState.AwaitingAnswer _ -> onlyCounted(state, run, plan);
        };
    }

    private static Decision planning(RunState.Planning s, Run run, PlanArrived event) {
        Plan plan = event.plan();
        if (usable(run, s.step(), plan)) {
            return followed(run, s.step(), plan, event.at());
        }
        if (!plan.requestId().equals(s.requestId())) {
            return onlyCounted(s, run, plan);
        }
        Run paid = counted(run, plan);
        return switch (plan.wants()) {
            case Plan.Wants.NoPlan none -> Retrying.withoutPlan(paid, s, none, event.at(), told(plan));
            case Plan.Wants.NotAsked none -> Retrying.notAsked(paid, s, none, event.at(), told(plan));
            case Plan.Wants.Act _,
                    Plan.Wants.Finish _,
                    Plan.Wants.Escalate _,
                    Plan.Wants.Ask _,
                    Plan.Wants.Delegate _ -> Decision.stay(s, "a plan for another step");
        };
    }

    private static boolean usable(Run run, int step, Plan plan) {
        return !isNone(plan) && Questions.isAbout(run.id(), step, plan.requestId());
    }

    private static boolean isNone(Plan plan) {
        return plan.wants() instanceof Plan.Wants.NoPlan || plan.wants() instanceof Plan.Wants.NotAsked;
    }

    private static DecisionBuilder told(Plan plan) {
        return new DecisionBuilder().tell(new RunFact.PlanDecided(plan));
    }

    private static Run counted(Run run, Plan plan) {
        RunEdit counted = run.with(run.tally().withPlan(plan)).edit().hints(List.of());
        // Why there is no plan says nothing of what was found, and stands in the reason already.
        return (isNone(plan) ? counted : counted.found(plan.reasoning())).done();
    }

    private static Decision followed(Run run, int step, Plan plan, Instant at) {
        return follow(counted(run, plan), step, plan, at, told(plan));
    }

    /** Follows a plan that is counted already, unless a limit is in its way. */
    static Decision follow(Run run, int step, Plan plan, Instant at, DecisionBuilder story) {
        Optional<Reached> obstacle = Concluding.obstacle(run, plan);
        return obstacle.isPresent()
                ? Ending.limit(run, PlanFollower.turn(step, plan, obstacle.get().limit()), obstacle.get(), at, story)
                : PlanFollower.follow(run, step, plan, at, story);
    }

    private static Decision onlyCounted(RunState.Open state, Run run, Plan plan) {
        Run paid = run.with(run.tally().paying(plan));
        return new Decision(RunState.with(state, paid), List.of(), "a late answer: what it cost counts, no more");
    }
}
