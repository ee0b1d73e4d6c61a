package io.flyball.notifier.delivery;

import io.flyball.notifier.message.Message;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What becomes of a message that comes in. */
public sealed interface Reception {
    /** An old message read late, as after a long stand-still or by a new consumer group, helps nobody. */
    Duration STALE_AFTER = Duration.ofHours(24);

    /** It is told. */
    record Tell() implements Reception {}

    /** It is not told, and a receipt says why. */
    record Suppress(String why) implements Reception {}

    /** It is the same record again; nothing happens. */
    record Ignore(String why) implements Reception {}

    /**
     * Decides.
     *
     * @param told the id of the message that was told under the same key; null when none was
     */
    static Reception of(Message message, @Nullable String told, Instant now) {
        if (message.id().equals(told)) {
            return new Ignore("this message was taken in before");
        }
        if (told != null) {
            return new Suppress("told already by message " + told);
        }
        if (message.urgent()) {
            return new Tell();
        }
        Instant expiresAt = message.expiresAt();
        if (expiresAt != null && !now.isBefore(expiresAt)) {
            return new Suppress("expired at " + expiresAt);
        }
        return message.at().plus(STALE_AFTER).isBefore(now)
                ? new Suppress("older than " + STALE_AFTER.toHours() + " h: raised at " + message.at())
                : new Tell();
    }
}
