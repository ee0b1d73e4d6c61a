package io.flyball.diagnosis;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a fact comes from.
 *
 * @param probe the probe that saw it, or {@link #ALERT} or {@link #CHANGES}
 * @param action the action whose output it was read from; empty for what came with the run
 * @param at when it was true; absent when nobody has said
 * @param excerpt the piece of the output that says so; may be empty
 */
public record Origin(String probe, String action, @Nullable Instant at, String excerpt) {
    /** What the alert claims. A claim never supports a cause by itself. */
    public static final String ALERT = "alert";
    /** What was reported as changed. A change never supports a cause by itself. */
    public static final String CHANGES = "changes";

    /** Whether somebody has looked, and not only said so. */
    public boolean isSeen() {
        return !probe.equals(ALERT) && !probe.equals(CHANGES);
    }
}
