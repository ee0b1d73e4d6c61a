package io.flyball.orchestrator.shell;

import io.flyball.platform.stop.StopState;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a stop that cannot be read holds runs. A look or two that miss Redis hold nothing, as nothing acts meanwhile anyway: who calls a
 * model or starts a tool asks for himself, at that moment.
 */
final class StopPatience {
    static final Duration BLIND = Duration.ofSeconds(2);

    private @Nullable Instant blindSince;

    /** Notes whether the stop can be read at this look. */
    void look(boolean readable, Instant now) {
        if (readable) {
            blindSince = null;
        } else if (blindSince == null || blindSince.isAfter(now)) {
            blindSince = now;
        }
    }

    /** Whether that state holds the runs it is about. */
    boolean holds(StopState state, Instant now) {
        return switch (state) {
            case StopState.Clear _ -> false;
            case StopState.Stopped _ -> true;
            case StopState.Unknown _ ->
                blindSince != null && !blindSince.plus(BLIND).isAfter(now);
        };
    }
}
