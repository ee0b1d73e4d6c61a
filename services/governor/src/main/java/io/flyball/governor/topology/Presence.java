package io.flyball.governor.topology;

import io.flyball.governor.approval.ApprovalEvent.GovernorBack;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Since when the governor has been there to hear answers, as its own looks tell. */
final class Presence {
    private final Duration blink;
    private @Nullable Instant lastThere;

    /** @param blink shorter gaps are work: a commit, a collection of garbage, a busy machine */
    Presence(Duration blink) {
        this.blink = blink;
    }

    /** It is there now; what waiting actions must hear if it was not before. */
    Optional<GovernorBack> there(Instant now) {
        Instant before = lastThere;
        lastThere = now;
        return before != null && Duration.between(before, now).abs().compareTo(blink) <= 0
                ? Optional.empty()
                : Optional.of(new GovernorBack(before, now));
    }
}
