package io.flyball.console.readmodel;

import io.flyball.platform.stop.StopState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether anything may act.
 *
 * @param active true as well when nobody knows
 * @param known false when Redis gives no answer
 * @param reason why, if active
 * @param by who, if active and known
 * @param at since when, as whoever stopped wrote it
 * @param last the newest order on the control topic
 */
public record StopView(
        boolean active,
        boolean known,
        @Nullable String reason,
        @Nullable String by,
        @Nullable String at,
        @Nullable Order last) {

    /** A stop or a release, as the control topic tells it. */
    public record Order(String kind, String reason, String by, String channel, Instant at) {}

    static StopView of(StopState state, @Nullable Order last) {
        return switch (state) {
            case StopState.Clear _ -> new StopView(false, true, null, null, null, last);
            case StopState.Stopped it -> new StopView(true, true, it.reason(), it.by(), it.at(), last);
            case StopState.Unknown it -> new StopView(true, false, it.explain(), null, null, last);
        };
    }
}
