package io.flyball.console.api;

import io.flyball.console.door.Refusal;
import io.flyball.console.halt.DrillFigures;
import io.flyball.console.halt.HaltBoard;
import io.flyball.console.halt.HaltView;
import io.flyball.console.halt.LastDrill;
import io.flyball.platform.halt.HaltDrill;
import io.flyball.platform.stop.StopGuard;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Proves the path of a stop end to end, by a kill switch of a tool that no agent has: key, order, look, ticket, end of what runs,
 * receipts, and the release. Nothing real is held.
 */
@Component
final class StopDrill {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(2);
    /** In which the executors' no-op actions begin. */
    private static final Duration BEGIN = Duration.ofMillis(300);

    private final KillSwitches switches;
    private final HaltBoard halt;
    private final StopGuard guard;
    private final Clock clock;
    private final ReentrantLock one = new ReentrantLock();

    StopDrill(KillSwitches switches, HaltBoard halt, StopGuard guard, Clock clock) {
        this.switches = switches;
        this.halt = halt;
        this.guard = guard;
        this.clock = clock;
    }

    /**
     * Drills; takes a second, and up to a quarter of a minute where workers do not answer.
     *
     * @throws Refusal while a stop is on, another drill runs, or Redis or Kafka is away
     */
    DrillFigures run(String by) {
        if (!one.tryLock()) {
            throw Refusal.conflict("Another drill runs.", Map.of());
        }
        try {
            if (!guard.checkAll().mayAct()) {
                throw Refusal.conflict(
                        "A stop is on, or nobody can say; release it first: "
                                + guard.checkAll().explain(),
                        Map.of());
            }
            switches.begin(HaltDrill.SWITCH, order("a drill of the stop begins", by));
            await(this::confirmed);
            pause(BEGIN);
            return drill(by);
        } finally {
            one.unlock();
        }
    }

    private DrillFigures drill(String by) {
        Instant at = clock.instant();
        long begun = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<@Nullable Long> refused = CompletableFuture.supplyAsync(() -> refused(begun), threads);
            switches.kill(HaltDrill.SWITCH, order("a drill of the stop", by));
            Map<String, Long> receipts = receipts(begun);
            DrillFigures figures = DrillFigures.of(at, refused.join(), receipts, view());
            switches.end(HaltDrill.SWITCH, order(figures.sentence(), by), LastDrill.text(figures));
            return figures;
        }
    }

    private @Nullable Long refused(long begun) {
        return await(() -> !guard.check(List.of(HaltDrill.SWITCH)).mayAct()) ? millisSince(begun) : null;
    }

    private Map<String, Long> receipts(long begun) {
        Map<String, Long> receipts = new TreeMap<>();
        await(() -> {
            HaltView view = view();
            view.answers().forEach(answer -> receipts.putIfAbsent(answer.worker(), millisSince(begun)));
            return view.confirmed();
        });
        return receipts;
    }

    private boolean confirmed() {
        return view().confirmed();
    }

    private HaltView view() {
        return halt.of(HaltDrill.SWITCH.key()).orElseGet(() -> new HaltView(0, false, List.of(), List.of()));
    }

    private static boolean await(BooleanSupplier done) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            pause(PAUSE);
        }
        return true;
    }

    private static long millisSince(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted during a drill", e);
        }
    }

    private static Order order(String reason, String by) {
        return new Order(Optional.of(reason), by, HaltDrill.CHANNEL, Optional.empty());
    }
}
