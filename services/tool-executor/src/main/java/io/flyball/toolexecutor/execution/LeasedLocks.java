package io.flyball.toolexecutor.execution;

import io.flyball.platform.lock.LockRequest;
import io.flyball.platform.lock.Locks;
import io.flyball.platform.lock.Renewal;
import io.flyball.toolexecutor.process.EndCause;
import io.flyball.toolexecutor.process.Ending;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Locks that are renewed three times a lease. Once they are lost, or cannot be renewed for a lease, the call is ended. */
final class LeasedLocks implements HeldLocks {
    private static final Logger log = LoggerFactory.getLogger(LeasedLocks.class);

    private final Locks locks;
    private final LockRequest request;
    private final long token;
    private final Duration lease;
    private final Ending ending;
    private final Future<?> renewing;
    private long keptAt;
    private boolean lost;

    LeasedLocks(
            Locks locks,
            LockRequest request,
            long token,
            Duration lease,
            Ending ending,
            ScheduledExecutorService timer,
            long askedAt) {
        this.locks = locks;
        this.request = request;
        this.token = token;
        this.lease = lease;
        this.ending = ending;
        this.keptAt = askedAt;
        long pulse = lease.toMillis() / 3;
        this.renewing = timer.scheduleWithFixedDelay(this::renew, pulse, pulse, TimeUnit.MILLISECONDS);
    }

    @Override
    public Long token() {
        return token;
    }

    @Override
    public boolean areStillOurs() {
        renew();
        return isKept();
    }

    private synchronized boolean isKept() {
        return !lost && System.nanoTime() - keptAt < lease.toNanos();
    }

    private void renew() {
        long asked = System.nanoTime();
        note(locks.renew(request, token, lease), asked);
        if (!isKept()) {
            log.warn("the locks on {} are lost", request.resources());
            ending.end(EndCause.LOCK_LOST);
        }
    }

    private synchronized void note(Renewal renewal, long asked) {
        switch (renewal) {
            case KEPT -> keptAt = Math.max(keptAt, asked);
            case LOST -> lost = true;
            case UNKNOWN -> {}
        }
    }

    @Override
    public void close() {
        renewing.cancel(false);
        locks.release(request, token);
    }
}
