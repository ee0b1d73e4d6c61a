package io.flyball.governor.policyfiles;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Looks at the policy files again and again. Asking the file system for events misses changes behind mounted volumes. */
public final class PolicyWatch implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(PolicyWatch.class);

    private final PolicyInForce policy;
    private final Duration interval;
    private volatile CountDownLatch stopped = new CountDownLatch(0);

    public PolicyWatch(PolicyInForce policy, Duration interval) {
        this.policy = policy;
        this.interval = interval;
    }

    @Override
    public void start() {
        CountDownLatch end = new CountDownLatch(1);
        stopped = end;
        Thread.ofVirtual().name("policy-watch").start(() -> watch(end));
    }

    private void watch(CountDownLatch end) {
        try {
            while (!end.await(interval.toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            policy.look();
        } catch (RuntimeException e) {
            log.error("could not look at the policy files", e);
        }
    }

    @Override
    public void stop() {
        stopped.countDown();
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }
}
