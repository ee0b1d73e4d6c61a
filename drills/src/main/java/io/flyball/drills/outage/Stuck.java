package io.flyball.drills.outage;

import io.flyball.drills.effects.EffectServer;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How the effect server behaves: some changes take long, and some reads are not answered until everybody is back. */
final class Stuck implements EffectServer.Listener {
    /** Shorter than the tool may take, longer than it takes to break something. */
    private static final Duration SLOW = Duration.ofSeconds(15);

    private final CountDownLatch back = new CountDownLatch(1);
    private final Set<String> begun = ConcurrentHashMap.newKeySet();

    @Override
    public void happened(String key, String run) {
        begun.add(key);
        if (key.startsWith(Role.SLOW.prefix())) {
            await(new CountDownLatch(1), SLOW);
        }
    }

    @Override
    public void asked(String key) {
        if (key.startsWith(Role.RETRYING.prefix())) {
            await(back, Duration.ofMinutes(2));
        }
    }

    private static void await(CountDownLatch latch, Duration most) {
        try {
            boolean _ = latch.await(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the effects of all these have begun. */
    boolean hasBegun(Set<String> keys) {
        return begun.containsAll(keys);
    }

    /** From now on every read is answered. */
    void everybodyIsBack() {
        back.countDown();
    }
}
