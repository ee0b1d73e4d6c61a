package io.flyball.catalogue;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Which prices can be believed. The bounds lie above the dearest model that was ever sold, and catch a list that has a price for a
 * thousand or a million tokens where it should have the price of one.
 */
final class Plausible {
    static final long MOST_INPUT = 250_000_000;
    static final long MOST_OUTPUT = 1_000_000_000;
    /** Cheaper ones are a mistake in the unit, too. Only what is imported is held against it. */
    static final long LEAST = 1_000;
    /** Ten dollars for one request or image. */
    static final long MOST_PIECE = 10_000_000_000_000L;

    private static final BigDecimal MICROS = BigDecimal.valueOf(1_000_000);

    private Plausible() {}

    /** What is wrong with these rates, if anything. */
    static Optional<String> doubt(PriceBookRates rates) {
        return doubt("input", rates.input(), MOST_INPUT)
                .or(() -> doubt("output", rates.output(), MOST_OUTPUT))
                .or(() -> tooMuch("cacheRead", rates.cacheRead(), MOST_INPUT))
                .or(() -> tooMuch("cacheWrite", rates.cacheWrite(), MOST_INPUT));
    }

    static Optional<String> doubtOfPiece(String what, long price) {
        return price > MOST_PIECE
                ? Optional.of("%s is $%s; plausible is at most $%s".formatted(what, perOne(price), perOne(MOST_PIECE)))
                : Optional.empty();
    }

    private static Optional<String> doubt(String what, long price, long most) {
        return price == 0 ? Optional.of(what + " is $0; nobody gives tokens away") : tooMuch(what, price, most);
    }

    private static Optional<String> tooMuch(String what, long price, long most) {
        return price > most
                ? Optional.of("%s is $%s a million tokens; plausible is at most $%s"
                        .formatted(what, dollars(price), dollars(most)))
                : Optional.empty();
    }

    static String dollars(long micros) {
        return BigDecimal.valueOf(micros).divide(MICROS).stripTrailingZeros().toPlainString();
    }

    private static String perOne(long micros) {
        return BigDecimal.valueOf(micros)
                .divide(MICROS.multiply(MICROS))
                .stripTrailingZeros()
                .toPlainString();
    }
}
