package io.flyball.bench.load;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Ids as the suite's own are: UUIDv7, sortable by time. */
public final class RunIds {
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private RunIds() {}

    /** A new id. */
    public static String next() {
        var random = ThreadLocalRandom.current();
        long high = (System.currentTimeMillis() << 16) | VERSION_7 | (random.nextLong() & 0x0FFFL);
        long low = VARIANT | (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL);
        return new UUID(high, low).toString();
    }
}
