package io.flyball.console.door;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Makes UUIDs of version 7 (RFC 9562): 48 bits of milliseconds, 12 bits that count within one, 62 bits of chance. Those of
 * one process are strictly ascending, even when its clock goes back.
 */
public final class TimeOrderedIds {
    private static final Duration SKEW = Duration.ofMinutes(1);
    private static final int COUNTER_BITS = 12;
    private static final long COUNTER_MASK = (1L << COUNTER_BITS) - 1;
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long CHANCE_MASK = 0x3FFF_FFFF_FFFF_FFFFL;

    private final Clock clock;
    private final RandomGenerator random;
    /** Milliseconds and counter in one number, so that an overflowing counter borrows the next millisecond. */
    private long last;

    public TimeOrderedIds(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** The next id. */
    public String next() {
        long tick = nextTick();
        long high = ((tick >>> COUNTER_BITS) << 16) | VERSION_7 | (tick & COUNTER_MASK);
        return new UUID(high, VARIANT | (random.nextLong() & CHANCE_MASK)).toString();
    }

    /** Whether the text is such an id, made less than that long ago by a clock that agrees with ours within a minute. */
    public static boolean isYoungerThan(String id, Duration age, Instant now) {
        try {
            UUID uuid = UUID.fromString(id);
            Instant made = Instant.ofEpochMilli(uuid.getMostSignificantBits() >>> 16);
            return uuid.version() == 7 && made.isAfter(now.minus(age)) && made.isBefore(now.plus(SKEW));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private synchronized long nextTick() {
        last = Math.max(last + 1, clock.millis() << COUNTER_BITS);
        return last;
    }
}
