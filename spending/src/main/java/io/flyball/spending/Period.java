package io.flyball.spending;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** After how long a budget begins anew. */
public enum Period {
    HOUR,
    DAY,
    MONTH,
    /** Never: for one request or one run. */
    EVER;

    /**
     * One of the periods. Every moment lies in exactly one, also where a clock is put forward or back.
     *
     * @param name the same for all its moments and for no other period's
     * @param from its first moment; absent where it has none
     * @param to the first moment of the next; absent where there is none
     */
    public record Window(
            String name, @Nullable Instant from, @Nullable Instant to) {}

    /** The one that this moment lies in. Days and months are the zone's; hours are the same everywhere. */
    public Window at(Instant moment, ZoneId zone) {
        return switch (this) {
            case HOUR -> {
                Instant hour = moment.truncatedTo(ChronoUnit.HOURS);
                String name = hour.atOffset(ZoneOffset.UTC).toLocalDateTime().truncatedTo(ChronoUnit.HOURS) + "Z";
                yield new Window(name, hour, hour.plus(1, ChronoUnit.HOURS));
            }
            case DAY -> {
                LocalDate day = moment.atZone(zone).toLocalDate();
                yield new Window(day.toString(), begin(day, zone), begin(day.plusDays(1), zone));
            }
            case MONTH -> {
                YearMonth month = YearMonth.from(moment.atZone(zone));
                yield new Window(
                        month.toString(),
                        begin(month.atDay(1), zone),
                        begin(month.plusMonths(1).atDay(1), zone));
            }
            case EVER -> new Window("", null, null);
        };
    }

    /** Where a clock skips midnight, the day begins with its first moment. */
    private static Instant begin(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** As files name it. */
    static Period named(String name) {
        for (Period period : values()) {
            if (period.label().equals(name)) {
                return period;
            }
        }
        throw new IllegalArgumentException("a period is hour, day, month or ever, not " + name);
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
