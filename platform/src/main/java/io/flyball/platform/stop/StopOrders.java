package io.flyball.platform.stop;

import io.flyball.contract.ControlCommand;
import io.flyball.contract.ControlKind;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The newest order of stop or release on agent.control. All orders have one key and so one order among themselves; one that is
 * read a second time, because reading began again, is no news.
 */
public final class StopOrders {
    /** The target of these orders. */
    public static final String TARGET = "emergency_stop";

    private final Set<String> heard = new HashSet<>();
    private BooleanSupplier read;
    private OrderSight.@Nullable Newest newest;

    /** @param read whether the topic has been read to its end */
    public StopOrders(BooleanSupplier read) {
        this.read = read;
    }

    synchronized void readBy(BooleanSupplier reader) {
        read = reader;
    }

    /** Takes in an order; whatever is about something else is passed over. */
    public synchronized void hear(ControlCommand command) {
        boolean stops = command.getKind() == ControlKind.EMERGENCY_STOP;
        boolean concerns = stops || command.getKind() == ControlKind.EMERGENCY_RELEASE;
        if (concerns && command.getTarget().equals(TARGET) && heard.add(command.getId())) {
            newest = new OrderSight.Newest(
                    command.getId(), stops, command.getReason(), command.getBy(), command.getAt());
            notifyAll();
        }
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
