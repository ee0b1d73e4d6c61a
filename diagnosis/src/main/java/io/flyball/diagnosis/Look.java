package io.flyball.diagnosis;

import java.util.Set;

/**
 * That a probe was made, and how it ended. Only one that ran to its end and was read whole can say that something is not there.
 *
 * @param probe its name
 * @param yields names of the facts that it would have seen
 * @param why what went wrong; empty when nothing did
 */
public record Look(String probe, Set<String> yields, Outcome outcome, String why) {

    /** How a look ended. */
    public enum Outcome {
        /** It ran and its whole output was read. */
        SAW,
        /** It ran, and only a part of its output was read. */
        PARTLY,
        /** It did not run, or came to nothing. */
        FAILED
    }

    public Look {
        yields = Set.copyOf(yields);
    }

    /** Whether what it does not show is not there. */
    boolean wouldHaveSeen(String fact) {
        return outcome == Outcome.SAW && yields.contains(fact);
    }
}
