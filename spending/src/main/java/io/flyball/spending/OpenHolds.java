package io.flyball.spending;

import io.lettuce.core.RedisException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers what this process holds, and holds it again after the counters were lost: calls under way will cost what they cost, so their
 * room must not be given to others.
 */
public final class OpenHolds implements Counters, AutoCloseable {
    /** Within this after a loss all processes have said what they hold; the counters are rebuilt only then. */
    public static final Duration SAID_WITHIN = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(OpenHolds.class);
    private static final long LOOK_EVERY_MILLIS = 500;

    private final Counters counters;
    private final Clock clock;
    private final Map<String, Open> open = new ConcurrentHashMap<>();
    /** Of calls that were not made because nobody said whether they may: where they are held after all, it is given back. */
    private final Map<String, Hold> unclear = new ConcurrentHashMap<>();

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("open-holds").daemon().factory());

    private record Open(Hold hold, Instant until) {}

    public OpenHolds(Counters counters, Clock clock) {
        this.counters = counters;
        this.clock = clock;
        timer.scheduleWithFixedDelay(this::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            unclear.values().removeIf(this::isGivenBack);
            open.values().removeIf(it -> !clock.instant().isBefore(it.until()));
            if (!open.isEmpty() && !counters.isReady()) {
                open.values().forEach(this::again);
            }
        } catch (RedisException e) {
            log.debug("whether the counters were lost is not known: {}", e.toString());
        } catch (RuntimeException e) {
            log.error("what is held cannot be said", e);
        }
    }

    /** Without counters, so that no threshold is passed by where nobody hears of it. As it is settled, a hold that arrives later is none. */
    private boolean isGivenBack(Hold hold) {
        counters.settle(hold.call(), List.of(), Charge.NOTHING);
        return true;
    }

    private void again(Open it) {
        Duration left = Duration.between(clock.instant(), it.until());
        if (left.isPositive()) {
            Hold hold = it.hold();
            counters.adopt(new Hold(hold.call(), hold.counters(), hold.most(), left, hold.record()));
        }
    }

    @Override
    public HoldAnswer hold(Hold hold) {
        open.put(hold.call(), new Open(hold, clock.instant().plus(hold.lease())));
        HoldAnswer answer = counters.hold(hold);
        switch (answer) {
            case HoldAnswer.Held _ -> {}
            case HoldAnswer.Refused _, HoldAnswer.Repeated _ -> open.remove(hold.call());
            case HoldAnswer.Unclear _ -> {
                open.remove(hold.call());
                unclear.put(hold.call(), hold);
            }
        }
        return answer;
    }

    @Override
    public Settled settle(String call, List<Counter> all, Charge actual) {
        // Also where Redis does not take it: the ledger has it already.
        open.remove(call);
        return counters.settle(call, all, actual);
    }

    @Override
    public void adopt(Hold hold) {
        counters.adopt(hold);
    }

    @Override
    public void rebuild(Map<Counter, Long> spent) {
        counters.rebuild(spent);
    }

    @Override
    public boolean isReady() {
        return counters.isReady();
    }

    @Override
    public boolean raise(Counter counter, long to) {
        return counters.raise(counter, to);
    }

    @Override
    public Standing standing(Counter counter) {
        return counters.standing(counter);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
