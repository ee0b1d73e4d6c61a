package io.flyball.drills.storm;

import io.flyball.drills.load.Door;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Raises the alerts, many at a time, each until it is accepted. */
final class Rain {
    private static final int SIDE_BY_SIDE = 16;

    private final StormSettings settings;
    private final Door door;
    private final URI effects;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger accepted = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private @Nullable volatile String failure;

    Rain(StormSettings settings, Door door, URI effects) {
        this.settings = settings;
        this.door = door;
        this.effects = effects;
    }

    void begin() {
        for (int i = 0; i < SIDE_BY_SIDE; i++) {
            threads.add(Thread.ofVirtual().name("rain-" + i).start(this::fall));
        }
    }

    private void fall() {
        try {
            for (int alert = next.getAndIncrement();
                    alert < settings.alerts() && failure == null;
                    alert = next.getAndIncrement()) {
                door.raise(settings.fingerprint(alert), settings.service(alert), effects);
                accepted.incrementAndGet();
            }
        } catch (IllegalStateException e) {
            failure = String.valueOf(e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    int accepted() {
        return accepted.get();
    }

    /** Why not all were raised; null if nothing is wrong. */
    @Nullable
    String failure() {
        return failure;
    }

    void awaitEnd() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
