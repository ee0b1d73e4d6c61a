package io.flyball.drills.faults;

import io.flyball.drills.evidence.Offsets;
import io.flyball.drills.faults.Breaker.Broken;
import io.flyball.drills.faults.FaultPlan.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/** Injects the faults of a plan one after the other and measures how long it takes until things move again. */
public final class Faults {
    private static final Duration LOOK_EVERY = Duration.ofMillis(5);
    /** Where nothing has moved by then, nothing is measured; whether a run is stuck is seen at the end. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final FaultPlan plan;
    private final Breaker breaker;
    private final Offsets read;
    private final Consumer<String> say;
    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<Long> recoveries = new ArrayList<>();
    private volatile int struck;
    private volatile long lastBegun = System.nanoTime();

    public Faults(FaultPlan plan, Breaker breaker, Offsets read, Consumer<String> say) {
        this.plan = plan;
        this.breaker = breaker;
        this.read = read;
        this.say = say;
    }

    /**
     * Returns when all faults have struck and been recovered from.
     *
     * @param accepted how many runs have been accepted so far
     * @param over whether no more runs will be
     */
    public void run(IntSupplier accepted, java.util.function.BooleanSupplier over) throws InterruptedException {
        for (Fault fault : plan.faults()) {
            while (accepted.getAsInt() < fault.afterRuns() && !over.getAsBoolean()) {
                Thread.sleep(LOOK_EVERY);
            }
            if (accepted.getAsInt() < fault.afterRuns()) {
                return;
            }
            Thread.sleep(fault.delayMillis());
            strike(fault);
        }
    }

    private void strike(Fault fault) throws InterruptedException {
        long since = System.nanoTime();
        Broken broken = breaker.breakIt(fault);
        counts.merge(broken.what(), 1, Integer::sum);
        broken.comeBack().run(() -> lastBegun = System.nanoTime());
        struck++;
        long took = broken.topics().isEmpty() ? System.nanoTime() - since : awaitMovement(broken, since);
        if (took >= 0) {
            recoveries.add(Duration.ofNanos(took).toMillis());
        }
        say.accept("fault %d of %d: %s%s".formatted(struck, plan.faults().size(), broken.what(), told(took)));
    }

    private static String told(long took) {
        return took < 0
                ? ", no movement was seen"
                : ", moving again after " + Duration.ofNanos(took).toMillis() + " ms";
    }

    private long awaitMovement(Broken broken, long since) throws InterruptedException {
        long waiting = System.nanoTime();
        while (System.nanoTime() - waiting < PATIENCE.toNanos()) {
            if (read.beyond(broken.topics(), broken.marks())) {
                return System.nanoTime() - since;
            }
            Thread.sleep(LOOK_EVERY);
        }
        return -1;
    }

    /** How many runs may be opened by now. */
    public int allowedRuns(int inFlight) {
        return plan.allowedRuns(struck, inFlight);
    }

    /** When the last fault began to be taken away, as {@link System#nanoTime} tells it. */
    public long lastBegun() {
        return lastBegun;
    }

    /** How many faults struck what. */
    public Map<String, Integer> counts() {
        return counts;
    }

    /** How long it took after each, milliseconds. */
    public List<Long> recoveries() {
        return recoveries;
    }
}
