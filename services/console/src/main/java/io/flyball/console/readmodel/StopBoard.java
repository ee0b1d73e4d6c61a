package io.flyball.console.readmodel;

import io.flyball.contract.ControlCommand;
import io.flyball.contract.ControlKind;
import io.flyball.platform.stop.StopGuard;
import io.flyball.platform.stop.StopOrders;
import io.flyball.platform.stop.StopState;
import io.flyball.platform.stop.StopWatch;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the emergency stop says now, the newest order that led to it, and the kill switches that are on. */
@Component
public final class StopBoard {
    /** The target of orders about the emergency stop on the control topic. */
    public static final String TARGET = "emergency_stop";

    private final StopGuard guard;
    private final ChangeFeed feed;
    private final StopOrders orders;
    private @Nullable StopState seen;
    private List<StopView.Switch> shown = List.of();
    private StopView.@Nullable Order last;

    StopBoard(StopGuard guard, StopOrders orders, StopWatch watch, ChangeFeed feed) {
        this.orders = orders;
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
        List<StopView.Switch> switches = switches();
        if (!state.equals(seen) || !switches.equals(shown)) {
            seen = state;
            shown = switches;
            feed.append("stop", StopView.of(state, last, switches));
        }
    }

    private List<StopView.Switch> switches() {
        return orders.killed().stream().map(StopView.Switch::of).toList();
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
            return StopView.of(state, last, switches());
        }
    }
}
