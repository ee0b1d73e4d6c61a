package io.flyball.orchestrator;

import io.flyball.orchestrator.config.AttendanceProperties;
import io.flyball.orchestrator.run.Answerer;
import io.flyball.orchestrator.shell.AttendanceBoard;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Looks whether planner, governor and tool executor have members in their groups, but only while runs wait for them. */
final class GroupWatch implements AttendanceBoard, SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(GroupWatch.class);

    private final Members members;
    private final AttendanceProperties properties;
    private final Clock clock;
    private final Map<Answerer, Sightings> sightings = new ConcurrentHashMap<>();
    private final Map<Answerer, Instant> asked = new ConcurrentHashMap<>();
    /** So that nobody looks, or wakes up, while nobody asks. */
    private final BlockingQueue<Answerer> questions = new ArrayBlockingQueue<>(1);

    private @Nullable Thread thread;

    /** Whether a group has members. */
    interface Members {
        /** Empty if the broker does not know the group. */
        Optional<Boolean> present(Answerer who) throws Exception;
    }

    GroupWatch(Members members, AttendanceProperties properties, Clock clock) {
        this.members = members;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Optional<Instant> goneSince(Answerer who) {
        Instant now = clock.instant();
        asked.put(who, now);
        questions.offer(who);
        return seen(who).goneSince(now, properties.forgottenAfter());
    }

    @Override
    public boolean wasThere(Answerer who, Instant then) {
        return seen(who).wasThere(then, clock.instant(), properties.forgottenAfter());
    }

    private Sightings seen(Answerer who) {
        return sightings.getOrDefault(who, Sightings.NONE);
    }

    private void watch() {
        try {
            while (true) {
                questions.take();
                Instant since = clock.instant().minus(properties.every().multipliedBy(2));
                asked.forEach((who, at) -> {
                    if (at.isAfter(since)) {
                        look(who);
                    }
                });
                Thread.sleep(properties.every());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** The time is taken before the question: who is there at its end may have come meanwhile. */
    void look(Answerer who) {
        Instant now = clock.instant();
        try {
            members.present(who)
                    .ifPresent(present -> sightings.merge(
                            who, Sightings.NONE.at(now, present), (before, _) -> before.at(now, present)));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            log.debug("nobody can tell whether a {} is there: {}", who.word(), e.toString());
        }
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("group-watch").start(this::watch);
    }

    @Override
    public void stop() {
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
