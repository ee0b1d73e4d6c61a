package io.flyball.drills.outage;

/** Where the outage shall meet a run, and what becomes of it meanwhile. */
enum Role {
    /** It has ended, and is watched. */
    WATCHED(3, "plain"),
    /** It waits for an approval, which is given while the orchestrator is away. */
    APPROVED_MEANWHILE(4, "held"),
    /** It waits for an approval, which is given afterwards. */
    APPROVED_AFTERWARDS(4, "held"),
    /** It is paused, and resumed afterwards. */
    PAUSED(4, "held"),
    /** It waits for an approval, and its alert resolves meanwhile. */
    HEALED(5, "held"),
    /** Its read has timed out, and is to be tried again. */
    RETRYING(2, "stuck"),
    /** Its change is with the executor. */
    SLOW(3, "slow"),
    /** It is cancelled at the last moment, while its change is with the executor: it closes, or hears of it afterwards. */
    CLOSING(2, "slow"),
    /** It is being planned, acts, or waits in the queue, as it happens. */
    PLAIN(23, "plain");

    /** Of so many. */
    static final int OUT_OF = 50;

    private final int share;
    private final String prefix;

    Role(int share, String prefix) {
        this.share = share;
        this.prefix = prefix;
    }

    /** How many of so many runs have it; at least one. */
    int of(int runs) {
        return Math.max(1, runs * share / OUT_OF);
    }

    /** Begins the keys of its runs; by it the policy and the effect server know what is wanted. */
    String prefix() {
        return prefix;
    }
}
