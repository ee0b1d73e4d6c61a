package io.flyball.costledger.http;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts for people: exact, with two digits after the point, or as many as there are up to six. */
final class Dollars {
    private static final int MICROS_DIGITS = 6;
    private static final int CENTS_DIGITS = 2;

    private Dollars() {}

    static String of(long micros) {
        BigDecimal dollars = BigDecimal.valueOf(micros, MICROS_DIGITS).stripTrailingZeros();
        BigDecimal padded =
                dollars.scale() < CENTS_DIGITS ? dollars.setScale(CENTS_DIGITS, RoundingMode.UNNECESSARY) : dollars;
        return "$" + padded.toPlainString();
    }
}
