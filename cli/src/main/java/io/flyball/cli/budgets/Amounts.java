package io.flyball.cli.budgets;

import java.math.BigDecimal;
import java.math.RoundingMode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Amounts as people type and read them: {@code $12.50}, or {@code 200000} tokens. */
final class Amounts {
    static final String TOKENS = "tokens";
    static final String MICRO_DOLLARS = "micro-dollars";
    private static final int MICRO_DIGITS = 6;
    private static final int CENT_DIGITS = 2;

    private Amounts() {}

    /** A limit in its unit. */
    record Limit(long amount, String unit) {}

    /** What somebody typed. */
    static final class Reader implements ITypeConverter<Limit> {
        @Override
        public Limit convert(String typed) {
            try {
                return typed.startsWith("$")
                        ? new Limit(micros(typed.substring(1)), MICRO_DOLLARS)
                        : new Limit(new BigDecimal(typed).longValueExact(), TOKENS);
            } catch (ArithmeticException | NumberFormatException _) {
                throw new TypeConversionException(
                        "'" + typed + "' is no limit; write dollars as '$75.50' (in quotes) and tokens as 300000");
            }
        }

        private static long micros(String dollars) {
            return new BigDecimal(dollars).movePointRight(MICRO_DIGITS).longValueExact();
        }
    }

    static String text(long amount, String unit) {
        if (!unit.equals(MICRO_DOLLARS)) {
            return Long.toString(amount);
        }
        BigDecimal dollars = BigDecimal.valueOf(amount, MICRO_DIGITS).stripTrailingZeros();
        return "$"
                + (dollars.scale() < CENT_DIGITS ? dollars.setScale(CENT_DIGITS, RoundingMode.UNNECESSARY) : dollars)
                        .toPlainString();
    }
}
