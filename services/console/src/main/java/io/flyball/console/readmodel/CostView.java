package io.flyball.console.readmodel;

import java.math.BigDecimal;

/**
 * Money.
 *
 * @param micros millionths of a US dollar
 * @param dollars the same in US dollars
 */
public record CostView(long micros, BigDecimal dollars) {
    private static final int MICROS = 6;

    static CostView ofMicros(long micros) {
        return new CostView(micros, BigDecimal.valueOf(micros, MICROS));
    }

    CostView plusMicros(long more) {
        return ofMicros(micros + more);
    }
}
