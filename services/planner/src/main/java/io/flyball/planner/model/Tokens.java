package io.flyball.planner.model;

/**
 * Tokens that were used, counted by the provider.
 *
 * @param input that were not read from a cache
 * @param cacheRead input read from the provider's prompt cache
 * @param cacheWrite input written to it
 */
public record Tokens(long input, long output, long cacheRead, long cacheWrite) {
    public static final Tokens NONE = new Tokens(0, 0, 0, 0);

    long all() {
        return input + output + cacheRead + cacheWrite;
    }

    Tokens plus(Tokens more) {
        return new Tokens(
                input + more.input, output + more.output, cacheRead + more.cacheRead, cacheWrite + more.cacheWrite);
    }
}
