package io.flyball.planner.runbook;

import io.flyball.planner.plan.Decision;
import io.flyball.planner.plan.ProposedAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The verifications that a runbook has, wherever they stand in it. */
final class Verifications {
    private Verifications() {}

    static List<Step.Verification> of(Runbook runbook) {
        List<Step.Verification> found = new ArrayList<>();
        runbook.everyStep(step -> {
            if (step instanceof Step.Verification verification) {
                found.add(verification);
            }
        });
        return found;
    }

    /** The verification as an action; empty if it needs what is not known on this way. */
    static Optional<ProposedAction> rendered(Step.Verification step, Proposals proposals, Journey journey) {
        try {
            Decision.Act act = proposals.act(step, journey);
            return Optional.of(act.actions().getFirst());
        } catch (CannotGoOn _) {
            return Optional.empty();
        }
    }
}
