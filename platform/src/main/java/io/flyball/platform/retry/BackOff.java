package io.flyball.platform.retry;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Pauses between attempts: each twice as long as the one before, up to a longest. For one thread. */
public final class BackOff {
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final Duration first;
    private final Duration longest;
    private Duration next;

    public BackOff(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
        this.next = first;
    }

    /** How long to wait now. */
    public Duration next() {
        Duration now = next;
        Duration twice = now.multipliedBy(2);
        next = twice.compareTo(longest) < 0 ? twice : longest;
        return now;
    }

    /** It has worked, so the next pause is the first one again. */
    public void reset() {
        next = first;
    }

    /** Waits for the next pause, or until nobody wants to go on. */
    public void pause(BooleanSupplier goOn) {
        long end = System.nanoTime() + next().toNanos();
        try {
            for (long left = end - System.nanoTime(); left > 0 && goOn.getAsBoolean(); left = end - System.nanoTime()) {
                Thread.sleep(Duration.ofNanos(Math.min(left, LOOK_EVERY.toNanos())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
