package io.flyball.console.readmodel;

import io.flyball.console.halt.HaltBoard;
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
    private final HaltBoard halt;
    private @Nullable StopView shown;
    private StopView.@Nullable Order last;

    StopBoard(StopGuard guard, StopOrders orders, StopWatch watch, ChangeFeed feed, HaltBoard halt) {
        this.halt = halt;
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
        StopView view = view(state);
        if (!view.equals(shown)) {
            shown = view;
            feed.append("stop", view);
        }
    }

    private StopView view(StopState state) {
        List<StopView.Switch> switches = orders.killed().stream()
                .map(killed -> StopView.Switch.of(
                        killed, halt.of(killed.target().key()).orElse(null)))
                .toList();
        return StopView.of(state, last, switches, halt.of(TARGET).orElse(null));
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
            return view(state);
        }
    }
}
