package io.flyball.orchestrator.shell;

import io.flyball.contract.PlanDecisionKind;
import io.flyball.orchestrator.run.Plan.Wants;

/** What a plan wanted, by its name in the contract. */
final class WantsMapper {
    private WantsMapper() {}

    static PlanDecisionKind kind(Wants wants) {
        return switch (wants) {
            case Wants.Act _ -> PlanDecisionKind.ACT;
            case Wants.Finish _ -> PlanDecisionKind.FINISH;
            case Wants.Ask _ -> PlanDecisionKind.ASK;
            case Wants.Delegate _ -> PlanDecisionKind.DELEGATE;
            case Wants.Escalate _, Wants.NoPlan _, Wants.NotAsked _ -> PlanDecisionKind.ESCALATE;
        };
    }
}
