package io.flyball.schemas.audit;

/**
 * One thing that is not as it was written.
 *
 * @param chain the run, or empty for entries outside chains
 * @param sequence the place in the chain, from 1; 0 outside chains
 * @param kind what kind of damage it is
 * @param entry the id of the entry; empty where none stands
 * @param why what does not fit, for people
 */
public record AuditFinding(String chain, long sequence, Kind kind, String entry, String why) {

    /** What happened to an entry, as far as it can be told. */
    public enum Kind {
        /** Its fields do not give its hash. */
        CHANGED,
        /** A place in the chain is empty. */
        MISSING,
        /** Entries stand in another order than they were written in. */
        SWAPPED,
        /** Two different entries claim one place, or a chain is there that nobody sealed. */
        FORGED,
        /** The hash fits, but not to its neighbour or to the seal: entries were written anew. */
        REWRITTEN,
        /** The end of a chain that was sealed is no longer there. */
        TRUNCATED
    }
}
