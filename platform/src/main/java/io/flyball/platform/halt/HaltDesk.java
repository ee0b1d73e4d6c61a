package io.flyball.platform.halt;

import io.flyball.platform.halt.HaltEvent.Looked;
import io.flyball.platform.halt.HaltEvent.OrderHeard;
import io.flyball.platform.halt.HaltEvent.OrdersRead;
import io.flyball.platform.stop.Looks;
import io.flyball.platform.stop.StopOrders;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The shell around a worker's answers: signs, hears orders, looks what runs, and sends receipts. */
public final class HaltDesk implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(HaltDesk.class);
    private static final Duration WHILE_ENDING = Duration.ofMillis(10);
    private static final Duration WHILE_READING = Duration.ofMillis(100);
    private static final Duration FAREWELL = Duration.ofSeconds(2);
    /** After the web server, whose port is the place; before what works, which must not act unsigned, and ends earlier. */
    private static final int PHASE = Integer.MAX_VALUE - 512;

    private final Supplier<Worker> signsAs;
    private final Halting halting;
    private final Looks looks;
    private final StopOrders orders;
    private final HaltPost post;
    private final Duration signEvery;
    private final Clock clock;
    private final HaltMachine machine = new HaltMachine();
    private final BlockingQueue<OrderHeard> heard = new LinkedBlockingQueue<>();
    private HaltState state = HaltState.INITIAL;
    private @Nullable Worker worker;
    private long signed;
    private volatile @Nullable Thread thread;

    HaltDesk(
            Supplier<Worker> signsAs,
            Halting halting,
            Looks looks,
            StopOrders orders,
            HaltPost post,
            Duration signEvery,
            Clock clock) {
        this.signsAs = signsAs;
        this.halting = halting;
        this.looks = looks;
        this.orders = orders;
        this.post = post;
        this.signEvery = signEvery;
        this.clock = clock;
        orders.onOrder((command, epoch) -> HaltOrder.of(command, epoch)
                .ifPresent(order -> heard.add(new OrderHeard(order, looks.begun(), clock.instant()))));
    }

    @Override
    public void start() {
        worker = signsAs.get();
        thread = Thread.ofVirtual().name("halt-desk").start(this::work);
    }

    private void work() {
        sign(false);
        while (thread != null) {
            try {
                step(heard.poll(patience().toNanos(), TimeUnit.NANOSECONDS));
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException e) {
                log.error("halt receipts: {}", e.toString(), e);
            }
        }
    }

    private Duration patience() {
        if (!state.open().isEmpty()) {
            return WHILE_ENDING;
        }
        return state.read() ? signEvery.minusNanos(System.nanoTime() - signed) : WHILE_READING;
    }

    private void step(@Nullable OrderHeard order) {
        if (order != null) {
            apply(order);
        } else if (!state.read() && orders.areRead()) {
            apply(new OrdersRead(looks.begun(), clock.instant()));
        }
        if (!state.open().isEmpty()) {
            look();
        }
        if (System.nanoTime() - signed >= signEvery.toNanos()) {
            sign(false);
        }
    }

    private void look() {
        long completed = looks.completed();
        Map<String, HaltWork> work = new HashMap<>();
        state.open().forEach(open -> work.computeIfAbsent(open.order().target(), halting::of));
        apply(new Looked(completed, work, clock.instant()));
    }

    private void apply(HaltEvent event) {
        boolean waited = !state.open().isEmpty();
        HaltDecision decision = machine.decide(state, event);
        log.debug("{}: {}", event, decision.why());
        state = decision.next();
        if (!waited && !state.open().isEmpty()) {
            looks.nudge();
        }
        decision.answers().forEach(this::send);
    }

    private void send(HaltAnswer answer) {
        log.info(
                "answers order {} of {}: {}",
                answer.order().epoch(),
                answer.order().target(),
                answer);
        post.answer(Objects.requireNonNull(worker), answer);
        halting.answered(answer.ended());
    }

    private CompletableFuture<?> sign(boolean left) {
        signed = System.nanoTime();
        return post.sign(Objects.requireNonNull(worker), clock.instant(), left);
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running == null) {
            return;
        }
        running.interrupt();
        try {
            running.join();
            sign(true).get(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            log.warn("nobody knows that this worker has ended: {}", e.toString());
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
