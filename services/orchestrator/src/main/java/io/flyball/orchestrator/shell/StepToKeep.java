package io.flyball.orchestrator.shell;

import io.flyball.orchestrator.run.Action;
import io.flyball.orchestrator.run.ActionState;
import io.flyball.orchestrator.run.Plan;
import io.flyball.orchestrator.run.Step;
import io.flyball.orchestrator.run.Verdict;
import java.util.List;

/** A step without what nobody asks for any more once it is over: proposals are told with the actions, and grants are worth nothing. */
final class StepToKeep {
    private StepToKeep() {}

    static Step of(Step step) {
        return new Step(
                step.step(),
                step.actions().isEmpty() ? step.plan() : withoutActions(step.plan()),
                step.actions().stream().map(StepToKeep::withoutGrant).toList(),
                step.refusal());
    }

    private static Plan withoutActions(Plan p) {
        Plan.Wants wants = p.wants() instanceof Plan.Wants.Act ? new Plan.Wants.Act(List.of()) : p.wants();
        return new Plan(
                p.id(),
                p.requestId(),
                wants,
                p.reasoning(),
                p.confidence(),
                p.decidedBy(),
                p.tokens(),
                p.llmCalls(),
                p.costMicros());
    }

    private static Action withoutGrant(Action action) {
        return action.state() instanceof ActionState.Finished(Verdict allowed, var report) && allowed.grant() != null
                ? new Action(action.id(), action.proposal(), new ActionState.Finished(allowed.withGrant(null), report))
                : action;
    }
}
