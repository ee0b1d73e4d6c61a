package io.flyball.costledger.ledger;

/**
 * Numbers of tokens.
 *
 * @param input input tokens that no cache was involved in
 */
public record Tokens(long input, long output, long cacheRead, long cacheWrite) {
    public static final Tokens NONE = new Tokens(0, 0, 0, 0);

    /** Of all kinds together. */
    public long all() {
        return Math.addExact(Math.addExact(input, output), Math.addExact(cacheRead, cacheWrite));
    }

    Tokens plus(Tokens more) {
        return new Tokens(
                Math.addExact(input, more.input),
                Math.addExact(output, more.output),
                Math.addExact(cacheRead, more.cacheRead),
                Math.addExact(cacheWrite, more.cacheWrite));
    }

    boolean allBetween(long least, long most) {
        return Math.min(Math.min(input, output), Math.min(cacheRead, cacheWrite)) >= least
                && Math.max(Math.max(input, output), Math.max(cacheRead, cacheWrite)) <= most;
    }
}
