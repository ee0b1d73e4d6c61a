package io.flyball.drills.outage;

import io.flyball.drills.load.Source.Heard;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** What the console answered to whoever raised alerts during the outage. */
final class Answers {
    private final Map<Integer, Integer> byStatus = new TreeMap<>();
    private Duration slowest = Duration.ZERO;

    synchronized void heard(Heard answer) {
        byStatus.merge(answer.status(), 1, Integer::sum);
        slowest = answer.after().compareTo(slowest) > 0 ? answer.after() : slowest;
    }

    /** How many answers had which status; 0 is no answer at all. */
    synchronized Map<Integer, Integer> byStatus() {
        return new TreeMap<>(byStatus);
    }

    synchronized Duration slowest() {
        return slowest;
    }
}
