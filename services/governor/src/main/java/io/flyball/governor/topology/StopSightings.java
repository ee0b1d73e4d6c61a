package io.flyball.governor.topology;

import io.flyball.governor.approval.StopSight;
import io.flyball.platform.stop.KillSwitch;
import io.flyball.platform.stop.StopGuard;
import io.flyball.platform.stop.StopOrders;
import io.flyball.platform.stop.StopState;
import io.flyball.schemas.grant.StopEpoch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks the stop afresh for every action, but for a moment after it could not be asked: a Redis that is away would else
 * hold up every proposal for as long as it takes to notice. What is remembered is only ever a no.
 */
final class StopSightings {
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final StopGuard guard;
    private final StopOrders orders;
    private final Clock clock;
    private @Nullable StopSight unknown;
    private Instant unknownUntil = Instant.MIN;

    StopSightings(StopGuard guard, StopOrders orders, Clock clock) {
        this.guard = guard;
        this.orders = orders;
        this.clock = clock;
    }

    /** Whether those may act: the stop and each of these switches. */
    StopSight of(Set<KillSwitch> switches) {
        StopSight remembered = unknown;
        return remembered != null && clock.instant().isBefore(unknownUntil) ? remembered : ask(switches);
    }

    private StopSight ask(Set<KillSwitch> switches) {
        // First: what is ordered while the stop is asked must count as newer than this sight.
        StopEpoch epoch = orders.epoch(switches);
        StopState state = guard.check(switches);
        StopSight sight = new StopSight(state.mayAct(), state.explain(), epoch);
        if (state instanceof StopState.Unknown) {
            unknown = sight;
            unknownUntil = clock.instant().plus(PAUSE);
        }
        return sight;
    }
}
