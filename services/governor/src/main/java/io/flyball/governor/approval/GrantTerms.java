package io.flyball.governor.approval;

import io.flyball.governor.policy.Judgement;
import io.flyball.governor.policy.Proposal;
import io.flyball.schemas.grant.StopEpoch;
import java.time.Instant;

/**
 * What the grant of a verdict is bound to, besides the action.
 *
 * @param stopEpoch the orders that were known when it was allowed
 * @param catalogueVersion the catalogue by which it was judged
 * @param dryRun whether changes may only be described
 * @param sent how often the action had been sent before
 * @param notAfter from then on it is worth nothing
 */
public record GrantTerms(StopEpoch stopEpoch, String catalogueVersion, boolean dryRun, int sent, Instant notAfter) {

    static GrantTerms of(Proposal proposal, Judgement judgement, StopSight stop, Instant notAfter) {
        return new GrantTerms(stop.epoch(), judgement.catalogueVersion(), proposal.dryRun(), proposal.sent(), notAfter);
    }
}
