package io.flyball.platform.stop;

import io.flyball.contract.ControlCommand;
import io.flyball.contract.ControlKind;
import io.flyball.schemas.grant.StopEpoch;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The newest order of stop or release on agent.control, and that of each kill switch. All orders to one target have one key and
 * so one order among themselves; one that is read a second time, because reading began again, is no news.
 */
public final class StopOrders {
    /** The target of these orders. */
    public static final String TARGET = "emergency_stop";

    private final Set<String> heard = new HashSet<>();
    private final KillOrders kills = new KillOrders();
    private final OrderPlaces places = new OrderPlaces();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private BooleanSupplier read;
    private OrderSight.@Nullable Newest newest;

    /** @param read whether the topic has been read to its end */
    public StopOrders(BooleanSupplier read) {
        this.read = read;
    }

    /** Hears of orders. */
    @FunctionalInterface
    public interface Listener {

        /**
         * An order has been read, or read again; called after it counts.
         *
         * @param epoch its place on the topic plus one
         */
        void heard(ControlCommand command, long epoch);
    }

    /** The listener must return quickly. */
    public void onOrder(Listener listener) {
        listeners.add(listener);
    }

    synchronized void readBy(BooleanSupplier reader) {
        read = reader;
    }

    /**
     * Takes in an order; whatever is about something else is passed over.
     *
     * @param place where it stands in its partition
     */
    public void hear(ControlCommand command, long place) {
        takeIn(command, place);
        listeners.forEach(listener -> listener.heard(command, place + 1));
    }

    private synchronized void takeIn(ControlCommand command, long place) {
        places.hear(command, place);
        switch (command.getKind()) {
            case EMERGENCY_STOP, EMERGENCY_RELEASE -> hearOfAll(command);
            case KILL, REVIVE -> {
                kills.hear(command);
                heard.add(command.getId());
                notifyAll();
            }
            case PAUSE, RESUME, CANCEL, TAKE_OVER, HAND_BACK, ANSWER -> {}
        }
    }

    private void hearOfAll(ControlCommand command) {
        if (command.getTarget().equals(TARGET) && heard.add(command.getId())) {
            boolean stops = command.getKind() == ControlKind.EMERGENCY_STOP;
            newest = new OrderSight.Newest(
                    command.getId(), stops, command.getReason(), command.getBy(), command.getAt());
            notifyAll();
        }
    }

    /** What the newest order for that switch says, if it kills; whatever its key says, it is on. */
    public synchronized Optional<StopState.Stopped> killed(KillSwitch target) {
        return kills.killed(target);
    }

    /** The newest orders of the emergency stop and of those switches. */
    public synchronized StopEpoch epoch(Collection<KillSwitch> switches) {
        return places.epoch(switches);
    }

    /** The epoch of the newest order to that target; 0 if there is none. */
    public synchronized long epoch(String target) {
        return places.of(target);
    }

    /** Whether the topic has been read to its end. */
    public synchronized boolean areRead() {
        return read.getAsBoolean();
    }

    /** Whether an order with that id has come. */
    public synchronized boolean heard(String id) {
        return heard.contains(id);
    }

    /** All switches that are on by an order. */
    public synchronized List<Killed> killed() {
        return kills.all();
    }

    /** What is known now. */
    public synchronized OrderSight sight() {
        if (newest != null && newest.stops()) {
            return newest;
        }
        if (!read.getAsBoolean()) {
            return new OrderSight.NotRead();
        }
        return newest == null ? new OrderSight.NoOrder() : newest;
    }

    /** Waits until that order has come; false if it has not within that time. */
    public synchronized boolean await(String id, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (!heard.contains(id)) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    return false;
                }
                wait(left);
            }
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
