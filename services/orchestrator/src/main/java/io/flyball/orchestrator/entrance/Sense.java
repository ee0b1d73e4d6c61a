package io.flyball.orchestrator.entrance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a record says that cannot be. A schema only says that a time is a number: one in seconds or microseconds fits where
 * milliseconds belong, and lies in 1970 or fifty thousand years ahead.
 */
final class Sense {
    /** Nothing that we are told about happened before. */
    static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    /** Clocks go wrong by minutes, time zones by up to fourteen hours. */
    static final Duration AHEAD = Duration.ofDays(1);

    private final Instant now;
    private final List<String> faults = new ArrayList<>();

    /** A check at that time. */
    Sense(Instant now) {
        this.now = now;
    }

    /** That field must be a time of this century that has come, or nearly. */
    Sense time(String field, @Nullable Instant at) {
        if (at != null && (at.isBefore(EARLIEST) || at.isAfter(now.plus(AHEAD)))) {
            faults.add(field + " is " + at + ", expected a time from " + EARLIEST
                    + " to a day from now, in milliseconds" + unit(at));
        }
        return this;
    }

    /** What the number would be if it were meant in another unit. */
    private String unit(Instant at) {
        if (isLikely(Instant.ofEpochSecond(clamped(at)))) {
            return " (as seconds it would be " + Instant.ofEpochSecond(clamped(at)) + ")";
        }
        Instant micros = Instant.ofEpochMilli(clamped(at) / 1_000);
        return isLikely(micros) ? " (as microseconds it would be " + micros + ")" : "";
    }

    private static long clamped(Instant at) {
        long most = Instant.parse("+999999-01-01T00:00:00Z").toEpochMilli();
        return at.getEpochSecond() > most / 1_000 ? most : Math.max(0, at.toEpochMilli());
    }

    private boolean isLikely(Instant at) {
        return !at.isBefore(EARLIEST) && !at.isAfter(now.plus(AHEAD));
    }

    /** An end does not come before its beginning. */
    Sense order(String first, @Nullable Instant begin, String then, @Nullable Instant end) {
        if (begin != null && end != null && end.isBefore(begin)) {
            faults.add(then + " is " + end + ", before " + first + ", which is " + begin);
        }
        return this;
    }

    /** That field names something: it is not blank and no longer than that many characters. */
    Sense name(String field, @Nullable String text, int longest) {
        if (text != null && text.isBlank()) {
            faults.add(field + " is blank");
        }
        return longest(field, text, longest);
    }

    /** That field has at most so many characters. */
    Sense longest(String field, @Nullable String text, int longest) {
        if (text != null && text.length() > longest) {
            faults.add(field + " has " + text.length() + " characters, at most " + longest + " are possible");
        }
        return this;
    }

    /** That number counts something. */
    Sense count(String field, int number) {
        if (number < 0) {
            faults.add(field + " is " + number + ", expected 0 or more");
        }
        return this;
    }

    /** What cannot be, with the name of each field; empty if all of it can. */
    List<String> faults() {
        return List.copyOf(faults);
    }
}
