package io.flyball.toolexecutor.running;

import io.flyball.platform.halt.HaltWork;
import io.flyball.platform.halt.Halting;
import io.flyball.platform.stop.KillSwitch;
import io.flyball.platform.stop.StopOrders;
import io.flyball.toolexecutor.process.EndCause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which calls a stop ended here, for the receipts. The key in Redis usually ends them before the order comes on its topic, so they are
 * remembered until it does.
 */
final class StoppedCalls implements Halting {
    /** The order to a key that was set by hand comes seconds later; what ended long before it was ended for something else. */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private final RunningCalls running;
    private final Clock clock;
    private final Map<RunningCall, Instant> stopped = new ConcurrentHashMap<>();

    StoppedCalls(RunningCalls running, Clock clock) {
        this.running = running;
        this.clock = clock;
        running.onRegister(this::watch);
    }

    private void watch(RunningCall call) {
        call.ending().onEnd(cause -> {
            if (cause == EndCause.STOPPED) {
                stopped.put(call, clock.instant());
            }
        });
    }

    @Override
    public HaltWork of(String target) {
        Instant oldest = clock.instant().minus(REMEMBERED);
        stopped.values().removeIf(at -> at.isBefore(oldest));
        Predicate<RunningCall> concerned = concerned(target);
        return new HaltWork(names(running.all(), concerned), names(stopped.keySet(), concerned), 0);
    }

    @Override
    public void answered(Set<String> ended) {
        stopped.keySet().removeIf(call -> ended.contains(name(call)));
    }

    private static Predicate<RunningCall> concerned(String target) {
        return target.equals(StopOrders.TARGET)
                ? _ -> true
                : call -> call.claim().switches().stream().map(KillSwitch::key).anyMatch(target::equals);
    }

    private static Set<String> names(Collection<RunningCall> calls, Predicate<RunningCall> concerned) {
        return calls.stream().filter(concerned).map(StoppedCalls::name).collect(Collectors.toUnmodifiableSet());
    }

    private static String name(RunningCall call) {
        return call.claim().actionId();
    }
}
