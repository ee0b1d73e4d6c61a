package io.flyball.orchestrator.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run has looked at since its last change; the run that waits for it may have alerts that were looked at so.
 *
 * @param changedAt when its last change ended, by the engine's clock; null while it has changed nothing
 * @param made the newest {@value #KEPT}, oldest first
 */
public record Looks(@Nullable Instant changedAt, List<Look> made) {
    static final int KEPT = 30;

    /** Nothing was looked at, and nothing was changed. */
    public static final Looks NONE = new Looks(null, List.of());

    public Looks {
        made = List.copyOf(made);
    }

    /** What was seen before a change is not what is now. */
    static Looks after(Instant change) {
        return new Looks(change, List.of());
    }

    Looks plus(Look look) {
        List<Look> all = new ArrayList<>(made);
        all.add(look);
        return new Looks(changedAt, all.subList(Math.max(0, all.size() - KEPT), all.size()));
    }
}
