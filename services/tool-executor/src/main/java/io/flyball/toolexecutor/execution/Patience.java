package io.flyball.toolexecutor.execution;

import io.flyball.toolexecutor.claim.ClaimsUnreachable;
import io.lettuce.core.RedisException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Tries again while Redis or Kafka is away: a call is held, not lost, until they are back or nobody waits any more. */
final class Patience {
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Clock clock;

    Patience(Clock clock) {
        this.clock = clock;
    }

    /**
     * What the work gives, as soon as it does.
     *
     * @throws Exception what the last attempt threw, once the deadline has passed or trying again cannot help
     */
    <T> T until(Instant deadline, Callable<T> work) throws Exception {
        while (true) {
            try {
                return work.call();
            } catch (ClaimsUnreachable | RedisException | ExecutionException | TimeoutException e) {
                if (clock.instant().isAfter(deadline)) {
                    throw e;
                }
                Thread.sleep(PAUSE);
            }
        }
    }
}
