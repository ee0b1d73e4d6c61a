package io.flyball.orchestrator;

import io.flyball.orchestrator.shell.StopBoard;
import io.flyball.platform.stop.StopGuard;
import io.flyball.platform.stop.StopState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What the stop and the agents' kill switches said at the last look. Until the first, and when no look comes any more, nobody knows. */
final class LastLook implements StopBoard {
    /** As long as an answer about the stop counts. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final StopGuard guard;
    private final List<String> agents;
    private final Clock clock;
    private volatile Look last = new Look(new StopState.Unknown("not looked yet"), Map.of(), Instant.MAX);

    private record Look(StopState all, Map<String, StopState> agents, Instant at) {}

    LastLook(StopGuard guard, Collection<String> agents, Clock clock) {
        this.guard = guard;
        this.agents = List.copyOf(agents);
        this.clock = clock;
    }

    /** Hears what the emergency stop says, and looks at the kill switches too. */
    void look(StopState all) {
        Instant at = clock.instant();
        last = new Look(all, all.mayAct() ? guard.checkEach(agents) : Map.of(), at);
    }

    @Override
    public StopState of(String agent) {
        Look look = last;
        if (look.at().isBefore(clock.instant().minus(FRESH))) {
            return new StopState.Unknown("the last look was at " + look.at());
        }
        return look.all().mayAct() ? look.agents().getOrDefault(agent, look.all()) : look.all();
    }
}
