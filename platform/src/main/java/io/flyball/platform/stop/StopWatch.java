package io.flyball.platform.stop;

import io.flyball.platform.redis.Redis;
import io.lettuce.core.RedisException;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Tells listeners what the emergency stop says: at once when somebody publishes a change, and also when a key was set by hand, if Redis
 * tells of changed keys; else within a quarter of a second. Listeners hear every look, not only changes, so that none is missed.
 */
public final class StopWatch implements Looks, SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(StopWatch.class);
    /** In case that Redis has not told after all; an answer that is older than a second permits nothing (STOP-3). */
    private static final Duration LOOK_IF_TOLD = Duration.ofMillis(750);

    private static final Duration LOOK = Duration.ofMillis(250);

    private final Redis redis;
    private final StopGuard guard;
    private final List<Consumer<StopState>> listeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> alarms = new CopyOnWriteArrayList<>();
    /** One that comes during a look is kept: what the look has read may be older. */
    private final BlockingQueue<String> nudges = new ArrayBlockingQueue<>(1);

    private @Nullable StopState last;
    private boolean told;
    private @Nullable StatefulRedisPubSubConnection<String, String> subscription;
    private volatile boolean running;
    private volatile long begun;
    private volatile long completed;

    public StopWatch(Redis redis, StopGuard guard) {
        this.redis = redis;
        this.guard = guard;
    }

    /** The listener is called on the watch's own thread and must return quickly. */
    public void onLook(Consumer<StopState> listener) {
        listeners.add(listener);
    }

    /** Called on the same thread, after the listeners, when something has changed or may have. */
    public void onChange(Runnable alarm) {
        alarms.add(alarm);
    }

    @Override
    public long begun() {
        return begun;
    }

    @Override
    public long completed() {
        return completed;
    }

    @Override
    public void nudge() {
        nudges.offer("an order");
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("stop-watch").start(this::watch);
    }

    private void watch() {
        boolean nudged = false;
        while (running) {
            try {
                subscribe();
                look(nudged);
                Duration patience = told ? LOOK_IF_TOLD : LOOK;
                nudged = nudges.poll(patience.toMillis(), TimeUnit.MILLISECONDS) != null;
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException e) {
                log.warn("stop watch: {}", e.toString());
            }
        }
    }

    /** Only the watch's own thread writes the numbers. */
    private void look(boolean nudged) {
        long number = begun + 1;
        begun = number;
        StopState state = guard.checkAll();
        listeners.forEach(listener -> listener.accept(state));
        completed = number;
        if (nudged || !state.equals(last)) {
            last = state;
            alarms.forEach(Runnable::run);
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

                @Override
                public void message(String pattern, String channel, String message) {
                    nudges.offer(message);
                }
            });
            connection.sync().subscribe(StopValue.CHANNEL);
            connection.sync().psubscribe(KeyNews.of(StopValue.KEY), KeyNews.of(KillSwitch.PATTERN));
            told = KeyNews.areTold(redis);
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
