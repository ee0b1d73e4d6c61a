package io.flyball.drills;

import io.flyball.drills.check.Evidence;
import io.flyball.drills.check.Invariants;
import io.flyball.drills.evidence.Collector;
import io.flyball.drills.load.Load;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Waits until every accepted run has ended, and then until nothing comes any more that could still break something. */
record Settling(Collector collector, Load load) {
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);
    private static final Duration QUIET = Duration.ofSeconds(3);
    private static final Duration NEVER_QUIET = Duration.ofSeconds(20);

    /** Waits for the runs until that moment of {@link System#nanoTime} at most. */
    void await(long deadline) throws InterruptedException {
        while (!allEnded() && System.nanoTime() < deadline) {
            Thread.sleep(LOOK_EVERY);
        }
        long end = System.nanoTime() + NEVER_QUIET.toNanos();
        long quietSince = System.nanoTime();
        long total = collector.offsets().total();
        while (System.nanoTime() < end && System.nanoTime() - quietSince < QUIET.toNanos()) {
            Thread.sleep(LOOK_EVERY);
            long now = collector.offsets().total();
            if (now != total) {
                total = now;
                quietSince = System.nanoTime();
            }
        }
    }

    private boolean allEnded() {
        return collector.ended() >= load.accepted().size()
                && Invariants.of(new Evidence(
                                load.accepted(),
                                Map.of(),
                                List.of(),
                                collector.results(),
                                Map.of(),
                                Set.of(),
                                List.of()))
                        .stuck()
                        .isEmpty();
    }
}
