package io.flyball.console.readmodel;

import io.flyball.contract.ControlCommand;
import io.flyball.contract.ControlKind;
import io.flyball.platform.stop.StopGuard;
import io.flyball.platform.stop.StopState;
import io.flyball.platform.stop.StopWatch;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the emergency stop says now, and the newest order that led to it. */
@Component
public final class StopBoard {
    /** The target of orders about the emergency stop on the control topic. */
    public static final String TARGET = "emergency_stop";

    private final StopGuard guard;
    private final ChangeFeed feed;
    private @Nullable StopState seen;
    private StopView.@Nullable Order last;

    StopBoard(StopGuard guard, StopWatch watch, ChangeFeed feed) {
        this.guard = guard;
        this.feed = feed;
        watch.onLook(this::look);
    }

    synchronized void take(ControlCommand command) {
        if (command.getTarget().equals(TARGET)) {
            last = new StopView.Order(
                    command.getKind().name(),
                    command.getReason(),
                    command.getBy(),
                    command.getChannel(),
                    command.getAt());
        }
    }

    /** Tells browsers of changes only; each look would be four a second. */
    private synchronized void look(StopState state) {
        if (!state.equals(seen)) {
            seen = state;
            feed.append("stop", StopView.of(state, last));
        }
    }

    /** Whether there is nothing to release: neither Redis nor the newest order on the topic says stop. */
    public boolean isReleased() {
        if (!guard.checkAll().mayAct()) {
            return false;
        }
        synchronized (this) {
            return last == null || !last.kind().equals(ControlKind.EMERGENCY_STOP.name());
        }
    }

    /** The state as Redis tells it at this moment. */
    public StopView ask() {
        StopState state = guard.checkAll();
        synchronized (this) {
            return StopView.of(state, last);
        }
    }
}
