package io.flyball.diagnosis.files;

import io.flyball.diagnosis.FactValue;
import io.flyball.diagnosis.Output;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** How a piece of text becomes a value. */
enum ValueType {
    NUMBER,
    TEXT,
    TRUTH,
    /** 12M, 3.5 GiB, 800K: as bytes. */
    SIZE,
    /** A date as OpenSSL prints it, as days from when the output came; needs the time of the output. */
    DAYS_UNTIL;

    private static final DateTimeFormatter OPENSSL =
            DateTimeFormatter.ofPattern("MMM d HH:mm:ss yyyy z", Locale.ENGLISH);

    static ValueType of(String name) {
        try {
            return valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "a fact's type is number, text, truth, size or days_until, not " + name, e);
        }
    }

    /** The value; empty where the text is none of this type. */
    Optional<FactValue> read(String text, Output output) {
        try {
            return switch (this) {
                case NUMBER -> Optional.of(new FactValue.Amount(Double.parseDouble(text.strip())));
                case TEXT -> Optional.of(new FactValue.Words(text.strip()));
                case TRUTH -> Optional.of(new FactValue.Truth(isYes(text.strip())));
                case SIZE -> Optional.of(new FactValue.Amount(bytes(text.strip())));
                case DAYS_UNTIL -> days(text.strip(), output);
            };
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }

    private static boolean isYes(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "t", "yes", "on", "1", "active", "up" -> true;
            default -> false;
        };
    }

    private static double bytes(String text) {
        String number = text.replaceAll("[^0-9.].*$", "");
        String unit = text.substring(number.length()).strip().toUpperCase(Locale.ROOT);
        int power = unit.isEmpty() ? 0 : "BKMGT".indexOf(unit.charAt(0));
        if (power < 0) {
            throw new IllegalArgumentException("no size: " + text);
        }
        return Double.parseDouble(number) * Math.pow(1024, power);
    }

    private static Optional<FactValue> days(String text, Output output) {
        if (output.at() == null) {
            return Optional.empty();
        }
        ZonedDateTime date = ZonedDateTime.parse(text.replaceAll(" +", " "), OPENSSL);
        long hours = Duration.between(output.at().atZone(ZoneOffset.UTC), date).toHours();
        return Optional.of(new FactValue.Amount(Math.floor(hours / 24.0)));
    }
}
