package io.flyball.orchestrator.run;

import java.time.Instant;
import java.util.List;

/**
 * Where a run waits for its turn.
 *
 * @param since since when it waits
 * @param behind runs that hold the places it waits for, some of them
 * @param until what must happen, or until when it waits at the latest; empty if an older version queued it
 */
public record QueuePlace(Instant since, List<String> behind, String until) {
    public QueuePlace {
        behind = List.copyOf(behind);
    }
}
