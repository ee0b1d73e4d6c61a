package io.flyball.cli.stop;

import io.flyball.cli.output.Json;
import io.flyball.platform.stop.KillSwitch;
import io.flyball.platform.stop.StopState;
import io.flyball.platform.stop.StopValue;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.sync.RedisCommands;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** The keys of the emergency stop and the kill switches in Redis itself: they work while everything else is dead. */
public final class StopKey {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final URI address;

    public StopKey(URI address) {
        this.address = address;
    }

    /** Where Redis is. */
    public URI address() {
        return address;
    }

    /**
     * Writes the key, tells those who listen, and reads it again.
     *
     * @throws RedisException if Redis does not answer in time
     */
    StopState write(boolean active, String reason, String by, Instant at) {
        String value = Json.object()
                .put("active", active)
                .put("reason", reason)
                .put("activated_by", by)
                .put("activated_at", at.toString())
                .toString();
        return with(redis -> {
            redis.set(StopValue.KEY, value);
            redis.publish(StopValue.CHANNEL, value);
            return StopValue.read(redis.get(StopValue.KEY));
        });
    }

    /**
     * Writes the key of a kill switch, and tells those who listen.
     *
     * @throws RedisException if Redis does not answer in time
     */
    void kill(KillSwitch target, String reason, String by, Instant at) {
        String value = Json.object()
                .put("reason", reason)
                .put("by", by)
                .put("at", at.toString())
                .toString();
        with(redis -> {
            redis.set(target.key(), value);
            return redis.publish(StopValue.CHANNEL, "changed");
        });
    }

    /** What the key says; Unknown if Redis does not answer. */
    public StopState read() {
        try {
            return with(redis -> StopValue.read(redis.get(StopValue.KEY)));
        } catch (RedisException e) {
            return new StopState.Unknown(explain(e));
        }
    }

    static String explain(RedisException failure) {
        Throwable cause = failure.getCause();
        return cause == null ? String.valueOf(failure.getMessage()) : String.valueOf(cause.getMessage());
    }

    private <T> T with(Function<RedisCommands<String, String>, T> work) {
        RedisURI uri = RedisURI.create(address);
        uri.setTimeout(PATIENCE);
        RedisClient client = RedisClient.create(uri);
        client.setOptions(ClientOptions.builder()
                .autoReconnect(false)
                .socketOptions(SocketOptions.builder().connectTimeout(PATIENCE).build())
                .build());
        try (var connection = client.connect()) {
            return work.apply(connection.sync());
        } finally {
            var _ = client.shutdownAsync(0, 0, java.util.concurrent.TimeUnit.MILLISECONDS);
        }
    }
}
