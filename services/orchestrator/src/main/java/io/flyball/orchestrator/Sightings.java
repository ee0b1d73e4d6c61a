package io.flyball.orchestrator;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When members of a group were seen. A member that died stays in its group for a while, so a sighting proves only that somebody was there
 * that long before.
 *
 * @param seen when members were seen last
 * @param missed since when the group has been seen empty; null if the newest look found members
 * @param looked when the newest look was that could tell
 */
record Sightings(
        @Nullable Instant seen,
        @Nullable Instant missed,
        @Nullable Instant looked) {
    static final Sightings NONE = new Sightings(null, null, null);

    /** Looks that are older say nothing about now. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    /** With a look. After a while without looks it begins anew: what was seen then says nothing about the time between. */
    Sightings at(Instant now, boolean members) {
        if (!fresh(now)) {
            return members ? new Sightings(now, null, now) : new Sightings(null, now, now);
        }
        return members ? new Sightings(now, null, now) : new Sightings(seen, missed == null ? now : missed, now);
    }

    /** When somebody may have been there last; empty if somebody is there, or if nobody can tell. */
    Optional<Instant> goneSince(Instant now, Duration forgottenAfter) {
        if (missed == null || !fresh(now)) {
            return Optional.empty();
        }
        return Optional.of((seen == null ? missed : seen).minus(forgottenAfter));
    }

    /** Whether somebody was there then for certain, or nobody can tell. */
    boolean wasThere(Instant then, Instant now, Duration forgottenAfter) {
        return !fresh(now) || (seen != null && !seen.isBefore(then.plus(forgottenAfter)));
    }

    private boolean fresh(Instant now) {
        return looked != null && !looked.plus(FRESH).isBefore(now);
    }
}
