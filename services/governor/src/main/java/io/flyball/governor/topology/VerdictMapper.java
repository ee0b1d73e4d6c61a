package io.flyball.governor.topology;

import io.flyball.contract.ActionVerdict;
import io.flyball.contract.Effect;
import io.flyball.contract.Risk;
import io.flyball.contract.Verdict;
import io.flyball.governor.approval.GivenVerdict;
import io.flyball.governor.approval.GovernedAction;
import org.jspecify.annotations.Nullable;

/** Verdicts, from domain to contract. */
final class VerdictMapper {
    private VerdictMapper() {}

    static ActionVerdict verdict(GivenVerdict v, @Nullable String grant) {
        GovernedAction action = v.action();
        return ActionVerdict.newBuilder()
                .setId(action.actionId() + ":v" + v.number())
                .setActionId(action.actionId())
                .setRunId(action.runId())
                .setTenant(action.tenant())
                .setStep(action.step())
                .setVerdict(Verdict.valueOf(v.kind().name()))
                .setReason(v.reason())
                .setRule(v.rule())
                .setPolicyHash(v.policyHash())
                .setProfile(v.profile())
                .setEffect(Effect.valueOf(v.effect().name()))
                .setReversible(v.reversible())
                .setRisk(Risk.valueOf(v.risk().name()))
                .setTarget(action.target())
                .setActionHash(action.actionHash())
                .setVerificationHint(v.verificationHint())
                .setApprovalId(v.approvalId())
                .setApprovedBy(v.approvedBy())
                .setExpiresAt(v.expiresAt())
                .setFlags(v.flags())
                .setDecidedAt(v.decidedAt())
                .setGrant(grant)
                .build();
    }
}
