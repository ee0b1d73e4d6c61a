package io.flyball.governor.stop;

import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes ids for orders: UUIDs of version 7, which sort by time. */
final class OrderId {
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final Clock clock;
    private final RandomGenerator chance;

    OrderId(Clock clock, RandomGenerator chance) {
        this.clock = clock;
        this.chance = chance;
    }

    String next() {
        long high = clock.millis() << 16 | VERSION | chance.nextLong() & 0xfffL;
        long low = VARIANT | chance.nextLong() & 0x3fff_ffff_ffff_ffffL;
        return new UUID(high, low).toString();
    }
}
