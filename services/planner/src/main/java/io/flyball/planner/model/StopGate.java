package io.flyball.planner.model;

import io.flyball.platform.stop.StopGuard;
import io.flyball.platform.stop.StopState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** No model call starts while a stop is on: whoever wants to make one waits here, asking afresh each time. */
public final class StopGate {
    private final StopGuard guard;
    private final Clock clock;
    private final Duration lookEvery;
    private volatile boolean closing;

    public StopGate(StopGuard guard, Clock clock, Duration lookEvery) {
        this.guard = guard;
        this.clock = clock;
        this.lookEvery = lookEvery;
    }

    /**
     * Returns once the agent may act.
     *
     * @throws NoTimeLeft if it may not before the deadline
     * @throws IllegalStateException if the service ends meanwhile, so that another one takes the request
     */
    void pass(String agent, Instant deadline) {
        StopState state = guard.check(agent);
        while (!state.mayAct()) {
            if (closing) {
                throw new IllegalStateException("the planner ends while it waits: " + state.explain());
            }
            if (!clock.instant().plus(lookEvery).isBefore(deadline)) {
                throw new NoTimeLeft("no model call starts: " + state.explain());
            }
            sleep();
            state = guard.check(agent);
        }
    }

    /** Whoever waits gives up. */
    public void close() {
        closing = true;
    }

    private void sleep() {
        try {
            Thread.sleep(lookEvery);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a stop is on", e);
        }
    }
}
