package io.flyball.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * What a million tokens of each kind cost, in millionths of a US dollar.
 *
 * @param input input tokens that are neither read from nor written to a cache
 * @param output output tokens
 * @param cacheRead input tokens read from the provider's prompt cache
 * @param cacheWrite input tokens written to it; where a provider asks nothing extra, the same as input
 */
public record PriceBookRates(
        @JsonProperty(required = true) long input,
        @JsonProperty(required = true) long output,
        @JsonProperty(required = true) long cacheRead,
        @JsonProperty(required = true) long cacheWrite) {

    public PriceBookRates {
        if (Math.min(Math.min(input, output), Math.min(cacheRead, cacheWrite)) < 0) {
            throw new IllegalArgumentException("a price cannot be negative");
        }
    }

    /** Read as decimals, because a reader of whole numbers would cut a fraction off without a word. */
    static PriceBookRates exactly(BigDecimal input, BigDecimal output, BigDecimal cacheRead, BigDecimal cacheWrite) {
        try {
            return new PriceBookRates(
                    input.longValueExact(),
                    output.longValueExact(),
                    cacheRead.longValueExact(),
                    cacheWrite.longValueExact());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("a price is a whole number of micro-dollars per million tokens", e);
        }
    }

    PriceBookRates dearer(PriceBookRates other) {
        return new PriceBookRates(
                Math.max(input, other.input),
                Math.max(output, other.output),
                Math.max(cacheRead, other.cacheRead),
                Math.max(cacheWrite, other.cacheWrite));
    }

    /** Millionths of a dollar, times a million. */
    BigInteger times(ModelUse use) {
        return times(use.input(), input)
                .add(times(use.output(), output))
                .add(times(use.cacheRead(), cacheRead))
                .add(times(use.cacheWrite(), cacheWrite));
    }

    private static BigInteger times(long tokens, long price) {
        return BigInteger.valueOf(tokens).multiply(BigInteger.valueOf(price));
    }
}
