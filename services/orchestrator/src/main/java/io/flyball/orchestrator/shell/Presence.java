package io.flyball.orchestrator.shell;

import io.flyball.orchestrator.run.RunEvent.EngineBack;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Since when the engine has been there to work, as its own looks tell. It looks five times a second; where looks are missing it was stuck,
 * suspended or without its broker, or the clock was set.
 */
final class Presence {
    /** Shorter gaps are work: a commit, a collection of garbage, a busy machine. */
    static final Duration BLINK = Duration.ofSeconds(2);

    private @Nullable Instant lastThere;

    /** It is there now; what runs must hear if it was not before. */
    Optional<EngineBack> there(Instant now) {
        Instant before = lastThere;
        lastThere = now;
        return before != null && Duration.between(before, now).abs().compareTo(BLINK) <= 0
                ? Optional.empty()
                : Optional.of(new EngineBack(before, now));
    }

    /** It begins anew, and does not know how long nobody was there. */
    void forget() {
        lastThere = null;
    }
}
