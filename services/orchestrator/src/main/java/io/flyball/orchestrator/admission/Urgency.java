package io.flyball.orchestrator.admission;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;

/**
 * Which waiting run is next: the most urgent; among equals that of the agent that had no turn for the longest time, then of the service likewise,
 * then the oldest. Urgency is the alert's severity and rises while the run waits, so whatever waits long enough is as urgent as anything.
 */
final class Urgency {
    private static final int MOST = 3;
    private static final Set<String> FIRST =
            Set.of("critical", "crit", "page", "emergency", "fatal", "disaster", "p1", "sev1", "s1");
    private static final Set<String> SECOND = Set.of("error", "high", "major", "p2", "sev2", "s2");
    private static final Set<String> LAST =
            Set.of("info", "information", "informational", "none", "low", "debug", "ok");

    private final Duration rises;

    /**
     * Urgency.
     *
     * @param rises after how long of waiting a run is one degree more urgent
     */
    Urgency(Duration rises) {
        this.rises = rises;
    }

    /** The next run first. */
    Comparator<KnownRun> order(Knowledge known, Instant at) {
        return Comparator.comparingInt((KnownRun run) -> -of(run, at))
                .thenComparingLong(run -> known.openings().turnOfAgent(run.agent()))
                .thenComparingLong(run -> known.openings().turnOfService(run))
                .thenComparingLong(run -> Queue.waits(run).place());
    }

    /** From 0 to 3. */
    int of(KnownRun run, Instant at) {
        AdmissionStanding.Waiting waits = Queue.waits(run);
        long risen = rises.isZero() ? 0 : Duration.between(waits.since(), at).dividedBy(rises);
        return (int) Math.min(MOST, degree(waits.wish()) + Math.max(0, risen));
    }

    /** A person who asks for a run waits for it; a schedule does not. */
    private static int degree(RunRequest wish) {
        if (wish.alert() == null) {
            return wish.principal().startsWith("schedule:") ? 0 : 2;
        }
        String severity = wish.alert().severity().toLowerCase(Locale.ROOT);
        return FIRST.contains(severity) ? MOST : SECOND.contains(severity) ? 2 : LAST.contains(severity) ? 0 : 1;
    }
}
