package io.flyball.console.readmodel;

import io.flyball.platform.stop.KillSwitch;
import io.flyball.platform.stop.Killed;
import io.flyball.platform.stop.StopState;
import java.time.Instant;
import java.util.List;
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
 * @param switches the kill switches that are on, by their orders; they stop one agent, tool or tenant each
 */
public record StopView(
        boolean active,
        boolean known,
        @Nullable String reason,
        @Nullable String by,
        @Nullable String at,
        @Nullable Order last,
        List<Switch> switches) {

    /** A stop or a release, as the control topic tells it. */
    public record Order(String kind, String reason, String by, String channel, Instant at) {}

    /** A kill switch that is on, since when, by whom and why; the kind is agent, tool or tenant. */
    public record Switch(String kind, String name, String reason, String by, String channel, Instant at) {

        static Switch of(Killed killed) {
            KillSwitch target = killed.target();
            return new Switch(
                    target.kind().word(), target.name(), killed.reason(), killed.by(), killed.channel(), killed.at());
        }
    }

    static StopView of(StopState state, @Nullable Order last, List<Switch> switches) {
        return switch (state) {
            case StopState.Clear _ -> new StopView(false, true, null, null, null, last, switches);
            case StopState.Stopped it -> new StopView(true, true, it.reason(), it.by(), it.at(), last, switches);
            case StopState.Unknown it -> new StopView(true, false, it.explain(), null, null, last, switches);
        };
    }
}
