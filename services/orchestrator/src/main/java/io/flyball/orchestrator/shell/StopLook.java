package io.flyball.orchestrator.shell;

import io.flyball.orchestrator.run.RunEvent;
import io.flyball.platform.stop.StopState;
import java.time.Instant;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Tells runs that a stop holds them, and that it does no more. */
final class StopLook {
    private final StopBoard stops;
    private final Timers timers;
    private final StopPatience patience = new StopPatience();

    StopLook(StopBoard stops, Timers timers) {
        this.stops = stops;
        this.timers = timers;
    }

    void look(Instant now, BiConsumer<String, RunEvent> tell) {
        Map<Owner, StopState> states = timers.owners().stream().collect(Collectors.toMap(o -> o, stops::of));
        patience.look(states.values().stream().noneMatch(StopState.Unknown.class::isInstance), now);
        states.forEach((owner, state) -> {
            if (state.mayAct()) {
                timers.held(owner).forEach(runId -> tell.accept(runId, new RunEvent.StopReleased(now)));
            } else if (patience.holds(state, now)) {
                timers.holdable(owner)
                        .forEach(runId -> tell.accept(runId, new RunEvent.StopEngaged(state.explain(), now)));
            }
        });
    }
}
