package io.flyball.drills.outage;

import io.flyball.drills.load.Source;
import io.flyball.drills.load.Source.Heard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The new alerts, raised while somebody is away: several at a time, and each again until the console has taken it. */
final class Alarms {
    private static final int SIDE_BY_SIDE = 8;
    private static final Duration BEFORE_AGAIN = Duration.ofSeconds(2);

    private final OutageSettings settings;
    private final Source source;
    private final Answers answers;
    private final AtomicInteger next = new AtomicInteger();
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final List<Thread> threads = new ArrayList<>();

    Alarms(OutageSettings settings, Source source, Answers answers) {
        this.settings = settings;
        this.source = source;
        this.answers = answers;
    }

    void begin() {
        for (int i = 0; i < SIDE_BY_SIDE; i++) {
            threads.add(Thread.ofVirtual().name("alarm-" + i).start(this::raise));
        }
    }

    private void raise() {
        try {
            for (int i = next.getAndIncrement(); i < settings.alerts(); i = next.getAndIncrement()) {
                untilTaken(settings.alert(i), false);
                accepted.add(settings.alert(i));
                if (settings.resolvesMeanwhile(i)) {
                    untilTaken(settings.alert(i), true);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says it until it is taken. */
    void untilTaken(String key, boolean resolved) throws InterruptedException {
        Heard heard = source.says(key, resolved);
        answers.heard(heard);
        while (!heard.accepted()) {
            Thread.sleep(BEFORE_AGAIN);
            heard = source.says(key, resolved);
            answers.heard(heard);
        }
    }

    /** Returns when all are taken, or after that time. */
    void awaitEnd(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        for (Thread thread : threads) {
            thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            thread.interrupt();
        }
    }

    /** Fingerprints that the console has taken. */
    Set<String> accepted() {
        return Set.copyOf(accepted);
    }
}
