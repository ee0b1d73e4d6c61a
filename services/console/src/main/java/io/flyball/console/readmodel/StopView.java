package io.flyball.console.readmodel;

import io.flyball.console.halt.HaltView;
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
 * @param halt who has answered the newest order of stop or release; absent if there was never one
 */
public record StopView(
        boolean active,
        boolean known,
        @Nullable String reason,
        @Nullable String by,
        @Nullable String at,
        @Nullable Order last,
        List<Switch> switches,
        @Nullable HaltView halt) {

    /** A stop or a release, as the control topic tells it. */
    public record Order(String kind, String reason, String by, String channel, Instant at) {}

    /**
     * A kill switch that is on, since when, by whom and why.
     *
     * @param kind agent, tool or tenant
     * @param halt who has answered its order; absent until it has been read
     */
    public record Switch(
            String kind,
            String name,
            String reason,
            String by,
            String channel,
            Instant at,
            @Nullable HaltView halt) {

        static Switch of(Killed killed, @Nullable HaltView halt) {
            KillSwitch target = killed.target();
            return new Switch(
                    target.kind().word(),
                    target.name(),
                    killed.reason(),
                    killed.by(),
                    killed.channel(),
                    killed.at(),
                    halt);
        }
    }

    static StopView of(StopState state, @Nullable Order last, List<Switch> switches, @Nullable HaltView halt) {
        return switch (state) {
            case StopState.Clear _ -> new StopView(false, true, null, null, null, last, switches, halt);
            case StopState.Stopped it -> new StopView(true, true, it.reason(), it.by(), it.at(), last, switches, halt);
            case StopState.Unknown it -> new StopView(true, false, it.explain(), null, null, last, switches, halt);
        };
    }
}
