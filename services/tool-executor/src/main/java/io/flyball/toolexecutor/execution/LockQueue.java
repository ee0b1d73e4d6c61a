package io.flyball.toolexecutor.execution;

import io.flyball.platform.lock.LockAnswer;
import io.flyball.platform.lock.LockRequest;
import io.flyball.platform.lock.Locks;
import io.flyball.toolexecutor.process.EndCause;
import io.flyball.toolexecutor.process.Ending;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Where calls wait until what they change is theirs alone. */
final class LockQueue implements AutoCloseable {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final Locks locks;
    private final Duration lease;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().daemon().name("locks-", 0).factory());

    LockQueue(Locks locks, Duration lease, Clock clock) {
        this.locks = locks;
        this.lease = lease;
        this.clock = clock;
    }

    /** What came of waiting. */
    sealed interface Turn {

        /** It is the call's turn, under these locks. */
        record Mine(HeldLocks locks) implements Turn {}

        /** It was told to end while it waited. */
        record Ended(EndCause cause) implements Turn {}

        /** Nobody waits for it any more, and why it never had its turn. */
        record TooLate(String why) implements Turn {}
    }

    /**
     * Waits for the call's locks.
     *
     * @param until longer it does not wait
     * @param waiting is told who holds them, once, if it has to wait
     */
    Turn await(Call call, Instant until, Ending ending, Consumer<String> waiting) throws InterruptedException {
        Optional<LockRequest> request = LockScope.of(call);
        if (request.isEmpty()) {
            return new Turn.Mine(HeldLocks.NONE);
        }
        CountDownLatch end = new CountDownLatch(1);
        ending.onEnd(_ -> end.countDown());
        return await(until, request.get(), ending, end, waiting);
    }

    private Turn await(Instant until, LockRequest request, Ending ending, CountDownLatch end, Consumer<String> waiting)
            throws InterruptedException {
        Duration pause = FIRST_PAUSE;
        while (ending.cause().isEmpty()) {
            long asked = System.nanoTime();
            LockAnswer answer = locks.acquire(request, lease);
            if (answer instanceof LockAnswer.Granted granted) {
                return new Turn.Mine(new LeasedLocks(locks, request, granted.token(), lease, ending, timer, asked));
            }
            String why = why(answer);
            if (!clock.instant().plus(pause).isBefore(until)) {
                return new Turn.TooLate("it waited in vain: " + why);
            }
            if (pause.equals(FIRST_PAUSE)) {
                waiting.accept(why);
            }
            boolean _ = end.await(pause.toMillis(), TimeUnit.MILLISECONDS);
            pause = longer(pause);
        }
        return new Turn.Ended(ending.cause().orElseThrow());
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    private static String why(LockAnswer answer) {
        return switch (answer) {
            case LockAnswer.Granted _ -> "it is free";
            case LockAnswer.Held held ->
                name(held.resource()) + " is held by " + held.holder() + " until about " + held.until();
            case LockAnswer.Unclear unclear -> unclear.why();
        };
    }

    /** Without tenant and environment, which are those of the call. */
    private static String name(String resource) {
        String[] parts = resource.split("/", 2);
        return parts[parts.length - 1];
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
