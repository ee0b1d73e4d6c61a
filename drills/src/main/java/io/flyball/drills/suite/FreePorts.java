package io.flyball.drills.suite;

import io.flyball.localstack.PortCheck;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Free ports in a row, below those that the system gives to outgoing connections. */
public final class FreePorts {
    private static final int FIRST = 12_000;
    private static final int END = 30_000;
    private static final int ATTEMPTS = 100;

    private FreePorts() {}

    /** The first of so many. */
    public static int row(int count) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int base = ThreadLocalRandom.current().nextInt(FIRST, END);
            if (new PortCheck()
                    .taken(IntStream.range(base, base + count).boxed().toList())
                    .isEmpty()) {
                return base;
            }
        }
        throw new IllegalStateException("no " + count + " free ports in a row");
    }
}
