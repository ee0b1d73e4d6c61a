package io.flyball.governor.topology;

import io.flyball.contract.ActionProposal;
import io.flyball.contract.ApprovalDecision;
import io.flyball.governor.approval.Answer;
import io.flyball.governor.policy.Proposal;
import io.flyball.governor.policy.Risk;
import io.flyball.governor.policy.RunContext;

/** What comes in, from contract to domain; here Avro ends. */
final class ProposalMapper {
    private ProposalMapper() {}

    static Proposal proposal(ActionProposal p) {
        return new Proposal(
                p.getActionId(),
                run(p),
                p.getStep(),
                p.getTool(),
                p.getArgumentsJson(),
                p.getTarget(),
                p.getReasoning(),
                p.getRollback(),
                p.getStatedRisk() == null
                        ? null
                        : Risk.valueOf(p.getStatedRisk().name()),
                p.getActionHash(),
                p.getDryRun(),
                p.getTainted(),
                p.getFlags(),
                p.getSent());
    }

    private static RunContext run(ActionProposal p) {
        return new RunContext(
                p.getRunId(),
                p.getTenant(),
                p.getPrincipal(),
                p.getAgent(),
                p.getEnvironment(),
                p.getGoal(),
                p.getAlertName(),
                p.getCostSoFarMicros(),
                p.getRemainingMillis());
    }

    static Answer answer(ApprovalDecision d) {
        return new Answer(
                d.getId(),
                d.getApprovalId(),
                d.getRunId(),
                d.getTenant(),
                Answer.Kind.valueOf(d.getAnswer().name()),
                d.getActionHash(),
                d.getDecidedBy(),
                d.getChannel(),
                d.getReason(),
                d.getDecidedAt());
    }
}
