package io.flyball.governor.approval;

import io.flyball.governor.policy.Judgement;
import io.flyball.governor.policy.Proposal;
import java.time.Instant;
import java.util.List;

/**
 * An action that waits for a verdict, with all that it depends on.
 *
 * @param given the verdicts about it so far, in order
 * @param judgement what policy says now
 * @param stop what stop and kill switches say now
 * @param at now
 */
record Case(Proposal proposal, List<GivenVerdict> given, Judgement judgement, StopSight stop, Instant at) {

    Case {
        given = List.copyOf(given);
    }

    /** The next verdict, as policy alone would give it. */
    GivenVerdict verdict(GivenVerdict.Kind kind) {
        int number = given.isEmpty() ? 1 : given.getLast().number() + 1;
        return GivenVerdict.byPolicy(GovernedAction.of(proposal), number, kind, judgement, at);
    }
}
