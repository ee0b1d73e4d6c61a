package io.flyball.governor.approval;

import io.flyball.governor.policy.Proposal;
import org.jspecify.annotations.Nullable;

/**
 * What identifies an action in everything that is said about it.
 *
 * @param target what it touches in the planner's word; absent when nothing nameable
 * @param actionHash what an approval is bound to
 */
public record GovernedAction(
        String actionId,
        String runId,
        String tenant,
        String agent,
        int step,
        String tool,
        @Nullable String target,
        String actionHash) {

    static GovernedAction of(Proposal proposal) {
        return new GovernedAction(
                proposal.actionId(),
                proposal.run().runId(),
                proposal.run().tenant(),
                proposal.run().agent(),
                proposal.step(),
                proposal.tool(),
                proposal.target(),
                proposal.actionHash());
    }
}
