package io.flyball.console.sources;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times in the many ways that senders write them. One that makes no sense counts as absent: the alert is still an alert. */
final class When {
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Duration AHEAD = Duration.ofDays(1);

    private static final Pattern NUMBER = Pattern.compile("([0-9]{9,19})(\\.[0-9]+)?");
    private static final Pattern DATE = Pattern.compile(
            "([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})[T ]([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(\\.[0-9]{1,9})?[0-9]*"
                    + "\\s*(?:(Z|UTC|GMT)|([+-][0-9]{2}):?([0-9]{2}))?(?:\\s.*)?");

    private When() {}

    static Optional<Instant> of(String text, Instant now) {
        Matcher number = NUMBER.matcher(text);
        Optional<Instant> told = number.matches() ? sinceEpoch(number) : date(DATE.matcher(text));
        return told.filter(time -> !time.isBefore(EARLIEST) && !time.isAfter(now.plus(AHEAD)));
    }

    /** Seconds have ten digits since 2001, and for another 260 years. */
    private static Optional<Instant> sinceEpoch(Matcher number) {
        String digits = number.group(1);
        long value = Long.parseLong(digits.substring(0, Math.min(18, digits.length())));
        return Optional.of(
                switch ((digits.length() - 1) / 3) {
                    case 2, 3 -> Instant.ofEpochSecond(value);
                    case 4 -> Instant.ofEpochMilli(value);
                    case 5 -> Instant.ofEpochSecond(value / 1_000_000, value % 1_000_000 * 1_000);
                    default -> nanos(value, digits.length());
                });
    }

    private static Instant nanos(long value, int digits) {
        long perSecond = digits >= 19 ? 100_000_000 : 1_000_000_000;
        return Instant.ofEpochSecond(value / perSecond);
    }

    private static Optional<Instant> date(Matcher date) {
        if (!date.matches()) {
            return Optional.empty();
        }
        String zone = date.group(7) == null ? "Z" : date.group(7) + ":" + date.group(8);
        String fraction = date.group(5) == null ? "" : date.group(5);
        String time = date.group(4).length() == 5 ? date.group(4) + ":00" : date.group(4);
        try {
            return Optional.of(OffsetDateTime.parse(
                            date.group(1) + "-" + date.group(2) + "-" + date.group(3) + "T" + time + fraction + zone)
                    .toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
