package io.flyball.platform.redis;

import io.flyball.platform.connection.ConnectionProperties;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A connection to Redis that is made on first use and answers, or fails, within the configured time. Where sentinels are named, they are
 * asked for the master at each connect; a server that takes no writes is left, so that a master that was demoted is not kept.
 */
public final class Redis implements AutoCloseable {
    /** One for all in this JVM: each has a timer that ticks ten times a second and threads of its own. Its threads end with the JVM. */
    private static final ClientResources THREADS = ClientResources.builder()
            // By itself the client waits up to 30 s between two tries: after a long outage nothing would act for that
            // long.
            .reconnectDelay(Delay.exponential(Duration.ofMillis(1), Duration.ofSeconds(1), 2, TimeUnit.MILLISECONDS))
            .build();

    private final RedisClient client;
    private @Nullable StatefulRedisConnection<String, String> connection;

    public Redis(ConnectionProperties properties) {
        client = RedisClient.create(THREADS, address(properties));
        client.addListener(new LeaveWhatOnlyReads(this::leave));
        client.setOptions(ClientOptions.builder()
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(properties.redisTimeout())
                        .build())
                .timeoutOptions(TimeoutOptions.enabled(properties.redisTimeout()))
                // A command that waited for a reconnect would act on what was true before it.
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .build());
    }

    private static RedisURI address(ConnectionProperties properties) {
        RedisURI address = RedisURI.create(properties.redis());
        address.setTimeout(properties.redisTimeout());
        address.getSentinels().forEach(sentinel -> sentinel.setTimeout(properties.redisTimeout()));
        return address;
    }

    /** The next command connects anew; what is under way here ends as it ends. */
    private synchronized void leave() {
        StatefulRedisConnection<String, String> left = connection;
        connection = null;
        if (left != null) {
            left.closeAsync();
        }
    }

    /**
     * The commands.
     *
     * @throws io.lettuce.core.RedisException here or at a command, if Redis does not answer in time
     */
    public RedisCommands<String, String> commands() {
        return connection().sync();
    }

    /** The shared connection, for commands that are awaited elsewhere. */
    public synchronized StatefulRedisConnection<String, String> connection() {
        StatefulRedisConnection<String, String> existing = connection;
        if (existing == null) {
            existing = client.connect();
            connection = existing;
        }
        return existing;
    }

    /** A connection of its own for subscriptions; the caller closes it. */
    public StatefulRedisPubSubConnection<String, String> subscriptions() {
        return client.connectPubSub();
    }

    @Override
    public void close() {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
    }
}
