package io.flyball.governor.stop;

import io.flyball.platform.halt.HaltDrill;
import java.time.Instant;

/**
 * An order to stop everything, an agent, a tool or a tenant, or to go on.
 *
 * @param id the order's own; empty while it has none because nobody has written it down
 * @param stops whether it stops; else it releases
 * @param reason why, as far as known
 * @param by who, as far as known
 * @param channel where it was given; {@code redis} for a key set by hand
 * @param at when, as far as known
 */
record StopOrder(String id, boolean stops, String reason, String by, String channel, Instant at) {

    /** Whether it only proves the path of a stop; people are not told of each drill. */
    boolean isDrill() {
        return channel.equals(HaltDrill.CHANNEL);
    }

    /** Whether it is the release of that id. */
    boolean releases(String named) {
        return !stops && id.equals(named);
    }
}
