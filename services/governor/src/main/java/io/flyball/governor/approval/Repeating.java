package io.flyball.governor.approval;

import io.flyball.governor.approval.ApprovalCommand.GiveVerdict;
import io.flyball.governor.policy.Proposal;
import java.util.List;

/** A proposal that comes again changes nothing and hears the verdicts that were given. */
final class Repeating {
    private Repeating() {}

    static Decision proposal(ApprovalState state, Proposal again, List<GivenVerdict> given) {
        if (given.isEmpty()) {
            return Decision.stay(state, "proposed again; it has no verdict yet");
        }
        if (!given.getFirst().action().actionHash().equals(again.actionHash())) {
            return Decision.stay(state, "another action under the id of one that is governed already");
        }
        return new Decision(
                state, given.stream().<ApprovalCommand>map(GiveVerdict::new).toList(), "proposed again");
    }
}
