package io.flyball.spending;

/**
 * What a call takes from budgets.
 *
 * @param tokens of all kinds together
 * @param micros millionths of a US dollar
 */
public record Charge(long tokens, long micros) {
    public static final Charge NOTHING = new Charge(0, 0);
    /** Redis compares in floating point, which is exact up to here: nine billion dollars. */
    static final long MOST = 1L << 53;

    public Charge {
        if (Math.min(tokens, micros) < 0 || Math.max(tokens, micros) >= MOST) {
            throw new IllegalArgumentException("a charge is between 0 and 2^53, not " + tokens + ", " + micros);
        }
    }

    long in(Unit unit) {
        return switch (unit) {
            case TOKENS -> tokens;
            case MICRO_DOLLARS -> micros;
        };
    }
}
