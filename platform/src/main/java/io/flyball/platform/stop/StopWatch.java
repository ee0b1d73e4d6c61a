package io.flyball.platform.stop;

import io.flyball.platform.redis.Redis;
import io.lettuce.core.RedisException;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Tells listeners what the emergency stop says: at once when somebody publishes a change, and within a quarter of a second
 * when the key was set by hand. Listeners hear every look, not only changes, so that none is missed.
 */
public final class StopWatch implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(StopWatch.class);
    private static final Duration LOOK = Duration.ofMillis(250);

    private final Redis redis;
    private final StopGuard guard;
    private final List<Consumer<StopState>> listeners = new CopyOnWriteArrayList<>();
    private final SynchronousQueue<String> nudges = new SynchronousQueue<>();
    private @Nullable StatefulRedisPubSubConnection<String, String> subscription;
    private volatile boolean running;

    public StopWatch(Redis redis, StopGuard guard) {
        this.redis = redis;
        this.guard = guard;
    }

    /** The listener is called on the watch's own thread and must return quickly. */
    public void onLook(Consumer<StopState> listener) {
        listeners.add(listener);
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("stop-watch").start(this::watch);
    }

    private void watch() {
        while (running) {
            try {
                subscribe();
                StopState state = guard.checkAll();
                listeners.forEach(listener -> listener.accept(state));
                nudges.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException e) {
                log.warn("stop watch: {}", e.toString());
            }
        }
    }

    /** Without a subscription the looks alone do, so a Redis that is away is no failure here. */
    private void subscribe() {
        if (subscription != null) {
            return;
        }
        try {
            var connection = redis.subscriptions();
            connection.addListener(new RedisPubSubAdapter<>() {
                @Override
                public void message(String channel, String message) {
                    nudges.offer(message);
                }
            });
            connection.sync().subscribe(StopValue.CHANNEL);
            subscription = connection;
        } catch (RedisException e) {
            log.debug("no subscription yet: {}", e.toString());
        }
    }

    @Override
    public void stop() {
        running = false;
        nudges.offer("stop");
        if (subscription != null) {
            subscription.close();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
