package io.flyball.governor.approval;

import io.flyball.governor.policy.Judgement;
import io.flyball.governor.policy.Proposal;
import java.time.Instant;

/**
 * An approval for the rest of a run.
 *
 * @param scope what it answers for
 * @param by who gave it
 * @param approvalId the approval with which it was given
 * @param until when it is forgotten; runs are over by then
 */
public record RunApproval(Scope scope, String by, String approvalId, Instant until) {

    /**
     * The same tool and the same target of the same run. The target is the planner's word, so what the catalogue says the
     * tool touches and does counts too: nobody approves a restart and gets a deletion.
     */
    public record Scope(String runId, String tool, String operation, String resource, String target) {

        /** The scope that an action is in. */
        public static Scope of(Proposal proposal, Judgement judgement) {
            String resource = judgement.nature().resource();
            return new Scope(
                    proposal.run().runId(),
                    proposal.tool(),
                    judgement.nature().operation(),
                    resource == null ? proposal.actionHash() : resource,
                    proposal.target() == null ? "" : proposal.target());
        }
    }
}
