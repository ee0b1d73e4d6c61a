package io.flyball.orchestrator.run;

import java.math.BigDecimal;

/** Money for people; on the wire it is millionths of a dollar. */
public final class Dollars {
    private Dollars() {}

    /** For example {@code 0.50}; as many digits as needed, two at least. */
    public static String of(long micros) {
        BigDecimal dollars = BigDecimal.valueOf(micros, 6).stripTrailingZeros();
        return (dollars.scale() < 2 ? dollars.setScale(2) : dollars).toPlainString();
    }
}
