package io.flyball.planner.model;

import io.flyball.platform.stop.KillSwitch;
import io.flyball.platform.stop.StopGuard;
import io.flyball.platform.stop.StopOrders;
import io.flyball.platform.stop.StopState;
import io.flyball.platform.stop.StopValue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** No model call starts while a stop is on: whoever wants to make one waits here, asking afresh each time. */
public final class StopGate {
    private final StopGuard guard;
    private final Clock clock;
    private final Duration lookEvery;
    private final Set<UnderWay> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean closing;

    public StopGate(StopGuard guard, Clock clock, Duration lookEvery) {
        this.guard = guard;
        this.clock = clock;
        this.lookEvery = lookEvery;
    }

    /**
     * Returns once those may act.
     *
     * @throws NoTimeLeft if it may not before the deadline, or if one of these kill switches is on: that may take long, and others wait
     * @throws IllegalStateException if the service ends meanwhile, so that another one takes the request
     */
    void pass(Set<KillSwitch> switches, Instant deadline) {
        StopState state = guard.check(switches);
        while (!state.mayAct()) {
            if (closing) {
                throw new IllegalStateException("the planner ends while it waits: " + state.explain());
            }
            if (isKilled(state) || !clock.instant().plus(lookEvery).isBefore(deadline)) {
                throw new NoTimeLeft("no model call starts: " + state.explain());
            }
            sleep();
            state = guard.check(switches);
        }
    }

    /** A model call is under way from here until what is returned is closed. */
    UnderWay begin(Set<KillSwitch> switches) {
        UnderWay call = new UnderWay(switches);
        underWay.add(call);
        return call;
    }

    /** How many model calls are under way that an order to that target is about. */
    public int underWay(String target) {
        return (int) underWay.stream()
                .filter(call -> target.equals(StopOrders.TARGET)
                        || call.switches.stream().map(KillSwitch::key).anyMatch(target::equals))
                .count();
    }

    /** A model call that has begun; a stop lets it come to its end. */
    final class UnderWay implements AutoCloseable {
        private final Set<KillSwitch> switches;

        private UnderWay(Set<KillSwitch> switches) {
            this.switches = switches;
        }

        @Override
        public void close() {
            underWay.remove(this);
        }
    }

    private static boolean isKilled(StopState state) {
        return state instanceof StopState.Stopped stopped && !stopped.key().equals(StopValue.KEY);
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
