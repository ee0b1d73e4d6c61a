package io.flyball.toolexecutor.running;

import io.flyball.platform.stop.KillSwitch;
import io.flyball.toolexecutor.claim.Claims;
import io.flyball.toolexecutor.process.EndCause;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** All calls that run here. Gives each claim signs of life and ends calls whose time is up. */
public final class RunningCalls implements AutoCloseable {
    private final Set<RunningCall> calls = ConcurrentHashMap.newKeySet();
    private final List<Consumer<RunningCall>> listeners = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("running-calls").factory());
    private final Claims claims;

    /** @param pulse how often claims get a sign of life; several times within their lease */
    public RunningCalls(Claims claims, Duration pulse) {
        this.claims = claims;
        clock.scheduleAtFixedRate(this::renew, pulse.toMillis(), pulse.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void renew() {
        calls.forEach(call -> claims.renew(call.claim()));
    }

    /** From now on it can be ended; close what is returned when it has ended. */
    public Registration register(RunningCall call) {
        listeners.forEach(listener -> listener.accept(call));
        calls.add(call);
        return () -> calls.remove(call);
    }

    /** Hears of each call that is registered, before it counts as running. */
    void onRegister(Consumer<RunningCall> listener) {
        listeners.add(listener);
    }

    /** What runs now. */
    Set<RunningCall> all() {
        return Set.copyOf(calls);
    }

    /** Ends the call when that much time has passed, unless it has ended; cancel what is returned then. */
    public ScheduledFuture<?> endAfter(Duration limit, RunningCall call) {
        return clock.schedule(() -> call.ending().end(EndCause.TIMED_OUT), limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Ends those calls. */
    public void end(Predicate<RunningCall> which, EndCause cause) {
        calls.stream().filter(which).forEach(call -> call.ending().end(cause));
    }

    /** The kill switches that could end a call that runs. */
    public Set<KillSwitch> switches() {
        return calls.stream().flatMap(call -> call.claim().switches().stream()).collect(Collectors.toUnmodifiableSet());
    }

    public int count() {
        return calls.size();
    }

    /** What still runs when the executor goes is ended with it. */
    @Override
    public void close() {
        end(_ -> true, EndCause.CANCELLED);
        clock.shutdownNow();
    }

    /** A call's place among those that run. */
    @FunctionalInterface
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
