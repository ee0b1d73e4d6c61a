package io.flyball.notifier.message;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts for people, exact. */
final class Dollars {
    private Dollars() {}

    static String of(long micros) {
        BigDecimal dollars = BigDecimal.valueOf(micros, 6).stripTrailingZeros();
        return "$" + (dollars.scale() < 2 ? dollars.setScale(2, RoundingMode.UNNECESSARY) : dollars).toPlainString();
    }
}
