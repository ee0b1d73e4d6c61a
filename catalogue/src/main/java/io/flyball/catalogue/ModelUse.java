package io.flyball.catalogue;

import java.math.BigInteger;

/**
 * What one request to a model took.
 *
 * @param input tokens that were neither read from nor written to a cache
 * @param images images that were made or shown
 * @param batch whether it was handed in as one of a batch
 */
public record ModelUse(long input, long output, long cacheRead, long cacheWrite, long images, boolean batch) {

    public ModelUse {
        if (Math.min(images, Math.min(Math.min(input, output), Math.min(cacheRead, cacheWrite))) < 0) {
            throw new IllegalArgumentException("a number of tokens or images cannot be negative: " + input + ", "
                    + output + ", " + cacheRead + ", " + cacheWrite + ", " + images);
        }
    }

    /** A call of text, by itself. */
    public static ModelUse of(long input, long output, long cacheRead, long cacheWrite) {
        return new ModelUse(input, output, cacheRead, cacheWrite, 0, false);
    }

    /** The prompt's tokens, however they were paid for. */
    BigInteger promptTokens() {
        return BigInteger.valueOf(input).add(BigInteger.valueOf(cacheRead)).add(BigInteger.valueOf(cacheWrite));
    }

    boolean hasTokens() {
        return input != 0 || output != 0 || cacheRead != 0 || cacheWrite != 0;
    }
}
