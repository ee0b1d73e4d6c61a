package io.flyball.orchestrator.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The newest that the source of an alert has told of it.
 *
 * @param startsAt when the condition began, by the source's clock, so it is compared with other words of the same source only; null if
 *     nobody said
 * @param leftOut how many more alerts the source left out of the notification that told this
 */
public record Occurrence(@Nullable Instant startsAt, boolean resolved, int leftOut) {

    /** Whether the other began later, as far as the source has said. */
    public boolean isBefore(Occurrence other) {
        return other.startsAt == null || (startsAt != null && other.startsAt.isAfter(startsAt));
    }

    /** Whether the other is the newer one: what has begun no later is a late copy once this one is over. */
    public boolean isOlderThan(Occurrence other) {
        if (startsAt == null || other.startsAt == null) {
            return true;
        }
        return resolved && !other.resolved ? other.startsAt.isAfter(startsAt) : !other.startsAt.isBefore(startsAt);
    }
}
