package io.flyball.toolexecutor.running;

import io.flyball.platform.stop.KillSwitch;
import io.flyball.platform.stop.StopGuard;
import io.flyball.platform.stop.StopState;
import io.flyball.toolexecutor.process.EndCause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends what runs when a stop comes on, or when nobody could say for too long whether one is. */
public final class StopEnforcer {
    private static final Logger log = LoggerFactory.getLogger(StopEnforcer.class);

    private final RunningCalls running;
    private final StopGuard guard;
    private final Duration blindLimit;
    private final Clock clock;
    private Instant lastSeen;

    /** @param blindLimit how long a running call may go on while the stop cannot be read */
    public StopEnforcer(RunningCalls running, StopGuard guard, Duration blindLimit, Clock clock) {
        this.running = running;
        this.guard = guard;
        this.blindLimit = blindLimit;
        this.clock = clock;
        this.lastSeen = clock.instant();
    }

    /** Hears what the emergency stop says now. */
    public synchronized void look(StopState state) {
        switch (state) {
            case StopState.Clear _ -> {
                lastSeen = clock.instant();
                lookAtKillSwitches();
            }
            case StopState.Stopped stopped -> {
                lastSeen = clock.instant();
                endAll(stopped);
            }
            case StopState.Unknown unknown -> endIfBlind(unknown);
        }
    }

    private void lookAtKillSwitches() {
        guard.checkEach(running.switches()).forEach((target, state) -> {
            if (state instanceof StopState.Stopped stopped) {
                kill(target, stopped);
            }
        });
    }

    /** Ends what that switch stops. */
    void kill(KillSwitch target, StopState.Stopped why) {
        if (running.switches().contains(target)) {
            log.warn("ends the calls of the {}: {}", target, why.explain());
            running.end(call -> call.claim().switches().contains(target), EndCause.STOPPED);
        }
    }

    private void endIfBlind(StopState.Unknown unknown) {
        if (lastSeen.plus(blindLimit).isBefore(clock.instant())) {
            endAll(unknown);
        }
    }

    private void endAll(StopState why) {
        if (running.count() > 0) {
            log.warn("ends {} running calls: {}", running.count(), why.explain());
            running.end(_ -> true, EndCause.STOPPED);
        }
    }
}
