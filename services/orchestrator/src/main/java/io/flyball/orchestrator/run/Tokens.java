package io.flyball.orchestrator.run;

/** Tokens that model calls used. */
public record Tokens(long input, long output, long cacheRead, long cacheWrite) {
    public static final Tokens NONE = new Tokens(0, 0, 0, 0);

    Tokens plus(Tokens more) {
        return new Tokens(
                input + more.input, output + more.output, cacheRead + more.cacheRead, cacheWrite + more.cacheWrite);
    }

    /** All of them, as limits count. */
    public long total() {
        return input + output + cacheRead + cacheWrite;
    }
}
