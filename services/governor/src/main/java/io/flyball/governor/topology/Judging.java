package io.flyball.governor.topology;

import io.flyball.catalogue.ToolEffect;
import io.flyball.governor.policy.Approvers;
import io.flyball.governor.policy.Judge;
import io.flyball.governor.policy.Judgement;
import io.flyball.governor.policy.Nature;
import io.flyball.governor.policy.Proposal;
import io.flyball.governor.policy.Risk;
import io.flyball.governor.policy.Sorting;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Judges by the policy in force. A judge that fails says no: a proposal that nobody can govern would else be tried for ever. */
final class Judging {
    private static final Logger log = LoggerFactory.getLogger(Judging.class);

    private final Supplier<Judge> inForce;

    Judging(Supplier<Judge> inForce) {
        this.inForce = inForce;
    }

    Judgement judge(Proposal proposal) {
        Judge judge = inForce.get();
        try {
            return judge.judge(proposal);
        } catch (RuntimeException e) {
            log.error("{}: could not be governed, so it is denied", proposal.actionId(), e);
            return failed(proposal, judge.policyHash(), e);
        }
    }

    private static Judgement failed(Proposal proposal, String policyHash, RuntimeException why) {
        var nature = new Nature(
                "unknown", ToolEffect.DESTRUCTIVE, false, Risk.CRITICAL, proposal.tool(), null, null, null, null);
        return new Judgement(
                Sorting.FORBID,
                "governing-failed",
                "the governor could not judge it: " + why,
                "none",
                policyHash,
                nature,
                false,
                List.of(),
                "",
                Approvers.ANYBODY);
    }
}
