package io.flyball.drills.load;

import io.flyball.drills.check.Evidence.Accepted;
import io.flyball.drills.load.Orders.Order;
import io.flyball.drills.suite.Suite;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Opens runs one after the other, so that some are always open but never more than a few. */
public final class Load {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    private static final Duration NOTHING_ENDS = Duration.ofMinutes(10);

    private final List<Order> orders;
    private final int inFlight;
    private final Door door;
    private final URI effects;
    private final List<Accepted> accepted = new CopyOnWriteArrayList<>();
    private volatile long lastAccepted = System.nanoTime();
    private @Nullable volatile String failure;

    public Load(List<Order> orders, int inFlight, Suite suite, URI effects) {
        this.orders = List.copyOf(orders);
        this.inFlight = inFlight;
        this.door = new Door(suite.console(), suite.token());
        this.effects = effects;
    }

    /**
     * Returns when all are accepted, or nothing ends any more.
     *
     * @param ended how many runs have ended so far
     * @param allowed how many may be opened so far, whatever has ended
     */
    public void run(IntSupplier ended, IntSupplier allowed) throws InterruptedException {
        try {
            for (Order order : orders) {
                if (!awaitTurn(ended, allowed)) {
                    failure = "no run has ended for " + NOTHING_ENDS.toSeconds() + " s, "
                            + (accepted.size() - ended.getAsInt()) + " are open";
                    return;
                }
                accepted.add(door.send(order, effects));
                lastAccepted = System.nanoTime();
            }
        } catch (IllegalStateException e) {
            failure = String.valueOf(e.getMessage());
        }
    }

    private boolean awaitTurn(IntSupplier ended, IntSupplier allowed) throws InterruptedException {
        long since = System.nanoTime();
        int before = ended.getAsInt();
        while (accepted.size() - ended.getAsInt() >= inFlight || accepted.size() >= allowed.getAsInt()) {
            int now = ended.getAsInt();
            if (now != before || accepted.size() >= allowed.getAsInt()) {
                since = System.nanoTime();
                before = now;
            }
            if (System.nanoTime() - since > NOTHING_ENDS.toNanos()) {
                return false;
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        return true;
    }

    /** What the console has accepted so far. */
    public List<Accepted> accepted() {
        return List.copyOf(accepted);
    }

    /** When the last of them was accepted, as {@link System#nanoTime} tells it. */
    public long lastAccepted() {
        return lastAccepted;
    }

    /** Why not all were opened; null if nothing is wrong. */
    public @Nullable String failure() {
        return failure;
    }
}
