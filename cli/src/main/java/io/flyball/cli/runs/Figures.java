package io.flyball.cli.runs;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Money and time as people read them. */
public final class Figures {
    private Figures() {}

    /** US dollars with cents, and with more places where there are any. */
    public static String dollars(long micros) {
        BigDecimal dollars = BigDecimal.valueOf(micros, 6).stripTrailingZeros();
        return "$" + (dollars.scale() < 2 ? dollars.setScale(2, RoundingMode.UNNECESSARY) : dollars).toPlainString();
    }

    /** For example 80 ms, 1.2 s, 3 m 5 s. */
    public static String time(Duration time) {
        if (time.toMillis() < 1_000) {
            return time.toMillis() + " ms";
        }
        return time.toSeconds() < 60
                ? String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1_000.0)
                : time.toMinutes() + " m " + time.toSecondsPart() + " s";
    }

    /** To the second, in UTC; as it is if it is no time. */
    public static String second(String instant) {
        try {
            return instant.isEmpty()
                    ? ""
                    : Instant.parse(instant).truncatedTo(ChronoUnit.SECONDS).toString();
        } catch (DateTimeException _) {
            return instant;
        }
    }

    /** From one time to the other; empty if one of them is not known. */
    public static String between(String from, String to) {
        try {
            return time(Duration.between(Instant.parse(from), Instant.parse(to)));
        } catch (DateTimeException _) {
            return "";
        }
    }
}
