package io.flyball.orchestrator.run;

import io.flyball.orchestrator.run.LimitCheck.Reached;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Does what a plan wants, or says why not. */
final class Following {
    private Following() {}

    static Decision follow(Run run, int step, Plan plan, Instant at, Story story) {
        return switch (plan.wants()) {
            case Plan.Wants.Act act
            when act.actions().isEmpty() ->
                refuse(run, step, plan, "The plan to act names no action: name one, finish, or escalate.", at, story);
            case Plan.Wants.Act act -> act(run, step, plan, act, at, story);
            case Plan.Wants.Finish finish -> finish(run, step, plan, finish, at, story);
            case Plan.Wants.Escalate e -> Ending.escalated(run, turn(step, plan, null), e.handOver(), at, story);
            case Plan.Wants.Ask ask -> Ending.escalated(run, turn(step, plan, null), question(ask), at, story);
            case Plan.Wants.Delegate _ ->
                refuse(run, step, plan, "There is nobody to delegate to: act, finish, or escalate.", at, story);
            // Handled before a plan is followed.
            case Plan.Wants.NoPlan _ -> Decision.stay(null, "no plan to follow");
        };
    }

    private static Decision act(Run run, int step, Plan plan, Plan.Wants.Act act, Instant at, Story story) {
        Run counting = run;
        List<Action> actions = new ArrayList<>();
        for (ProposedAction proposal : act.actions()) {
            Optional<Reached> reached = LimitCheck.beforeAction(counting, proposal);
            if (reached.isPresent()) {
                return Ending.limit(run, turn(step, plan, reached.get().limit()), reached.get(), at, story);
            }
            counting = counting.with(counting.tally().withAction(proposal.hash()));
            actions.add(Action.propose(run.id(), step, proposal));
        }
        for (Action action : actions) {
            story.tell(new RunFact.ActionProposed(action)).command(new RunCommand.Propose(counting, step, action));
        }
        return story.to(new RunState.Acting(counting, step, plan, actions), "the plan wants to act");
    }

    private static Decision finish(Run run, int step, Plan plan, Plan.Wants.Finish finish, Instant at, Story story) {
        return switch (finish.outcome()) {
            case RESOLVED, NOT_REPRODUCED -> {
                Optional<String> refusal = Verifying.refusal(run, finish.outcome());
                yield refusal.isPresent()
                        ? refuse(run, step, plan, refusal.get(), at, story)
                        : Ending.finished(run, turn(step, plan, null), finish, at, story);
            }
            case ESCALATED, DENIED, STUCK, FAILED, TIMED_OUT, BUDGET_EXCEEDED, CANCELLED ->
                Ending.finished(run, turn(step, plan, null), finish, at, story);
        };
    }

    private static Decision refuse(Run run, int step, Plan plan, String why, Instant at, Story story) {
        story.tell(new RunFact.DecisionRefused(plan.id(), why));
        turn(step, plan, why).forEach(kept -> story.command(new RunCommand.KeepTurn(kept)));
        return Planning.nextStep(run.withHints(List.of(why)), at, story, why);
    }

    private static List<Turn> turn(int step, Plan plan, @org.jspecify.annotations.Nullable String refusal) {
        return List.of(new Turn(step, plan, List.of(), refusal));
    }

    private static HandOver question(Plan.Wants.Ask ask) {
        return new HandOver(
                "The agent has a question: " + ask.question(), "", List.of("Answer it and open a new run."));
    }
}
