package io.flyball.toolexecutor.execution;

import io.flyball.platform.halt.HaltDrill;
import io.flyball.platform.stop.StopOrders;
import io.flyball.toolexecutor.claim.ClaimRequest;
import io.flyball.toolexecutor.claim.Claims;
import io.flyball.toolexecutor.claim.Ticket;
import io.flyball.toolexecutor.process.Ending;
import io.flyball.toolexecutor.running.RunningCall;
import io.flyball.toolexecutor.running.RunningCalls;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The action of a drill: it does nothing, but begins by a ticket and runs as every other, until the drill's kill ends it. It counts as
 * running until a second one is refused its ticket, so that an executor which would let it begin gives no receipt.
 */
public final class NoOps {
    /** A drill that was broken off must leave nothing. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private static final Duration AGAIN = Duration.ofMillis(5);
    private static final Logger log = LoggerFactory.getLogger(NoOps.class);

    private final RunningCalls running;
    private final Claims claims;
    private final Clock clock;
    private final String executor;

    /** Begins one with each drill that is ordered while the executor runs. */
    NoOps(RunningCalls running, Claims claims, StopOrders orders, Clock clock, String executor) {
        this.running = running;
        this.claims = claims;
        this.clock = clock;
        this.executor = executor;
        orders.onOrder((command, _) -> {
            if (HaltDrill.begins(command) && orders.areRead()) {
                Thread.ofVirtual().name("drill").start(() -> run(command.getId()));
            }
        });
    }

    private void run(String drill) {
        RunningCall call = new RunningCall("drill", request(drill), new Ending());
        CountDownLatch ended = new CountDownLatch(1);
        call.ending().onEnd(_ -> ended.countDown());
        long end = System.nanoTime() + LONGEST.toNanos();
        try (RunningCalls.Registration _ = running.register(call)) {
            if (!begins(call.claim())) {
                log.warn("the no-op of drill {} does not begin", drill);
            } else if (!ended.await(LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("nobody ended the no-op of drill {}", drill);
            } else {
                untilRefused(drill, end);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void untilRefused(String drill, long end) throws InterruptedException {
        while (begins(request(drill + "/after")) && System.nanoTime() < end) {
            log.error("a no-op of drill {} may begin after the stop", drill);
            Thread.sleep(AGAIN);
        }
    }

    private boolean begins(ClaimRequest request) {
        boolean granted = claims.start(request) instanceof Ticket.Granted;
        if (granted) {
            claims.release(request);
        }
        return granted;
    }

    private ClaimRequest request(String drill) {
        return new ClaimRequest(
                "drill/" + drill + "/" + executor,
                Set.of(HaltDrill.SWITCH),
                UUID.randomUUID().toString(),
                executor,
                true,
                clock.instant());
    }
}
