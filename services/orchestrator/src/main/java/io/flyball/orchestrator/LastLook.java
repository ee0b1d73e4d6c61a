package io.flyball.orchestrator;

import io.flyball.orchestrator.shell.Owner;
import io.flyball.orchestrator.shell.StopBoard;
import io.flyball.platform.stop.KillSwitch;
import io.flyball.platform.stop.StopGuard;
import io.flyball.platform.stop.StopState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the stop and the kill switches said at the last look. Until the first, and when no look comes any more, nobody knows; nor of a
 * switch that nobody has asked for before, until the next look.
 */
final class LastLook implements StopBoard {
    /** As long as an answer about the stop counts. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final StopGuard guard;
    private final Set<KillSwitch> switches = ConcurrentHashMap.newKeySet();
    private final Clock clock;
    private volatile Look last = new Look(new StopState.Unknown("not looked yet"), Map.of(), Instant.MAX);

    private record Look(StopState all, Map<KillSwitch, StopState> switches, Instant at) {}

    LastLook(StopGuard guard, Collection<String> agents, Clock clock) {
        this.guard = guard;
        agents.forEach(agent -> switches.add(KillSwitch.agent(agent)));
        this.clock = clock;
    }

    /** Hears what the emergency stop says, and looks at the kill switches too. */
    void look(StopState all) {
        Instant at = clock.instant();
        last = new Look(all, all.mayAct() ? guard.checkEach(Set.copyOf(switches)) : Map.of(), at);
    }

    @Override
    public StopState of(Owner owner) {
        Look look = last;
        switches.addAll(owner.switches());
        if (look.at().isBefore(clock.instant().minus(FRESH))) {
            return new StopState.Unknown("the last look was at " + look.at());
        }
        return look.all().mayAct() ? of(owner, look) : look.all();
    }

    private static StopState of(Owner owner, Look look) {
        return owner.switches().stream()
                .map(one -> look.switches().getOrDefault(one, new StopState.Unknown("not looked at yet: " + one)))
                .filter(state -> !state.mayAct())
                .findFirst()
                .orElse(look.all());
    }
}
