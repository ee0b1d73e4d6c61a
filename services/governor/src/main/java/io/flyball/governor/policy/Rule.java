package io.flyball.governor.policy;

import java.util.Optional;

/**
 * One rule of a profile.
 *
 * @param sorting what it says to the actions that it selects
 * @param reason why, for people and for the planner
 */
public record Rule(Sorting sorting, Selector selector, String reason) {

    /** The operation pattern by which it matches. A condition that nobody can evaluate restricts, and never frees. */
    Optional<OperationPattern> matches(KnownAction action) {
        return selector.selects(action, !sorting.letsThrough());
    }
}
