package io.flyball.bench.idle;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.util.Objects;

/** How many commands a Redis has taken. */
record RedisCounter(RedisClient client, StatefulRedisConnection<String, String> connection) implements AutoCloseable {
    private static final String FIELD = "total_commands_processed:";

    static RedisCounter at(String url) {
        RedisClient client = RedisClient.create(url);
        return new RedisCounter(client, client.connect());
    }

    long commands() {
        return Objects.requireNonNull(connection.sync().info("stats"))
                .lines()
                .filter(line -> line.startsWith(FIELD))
                .mapToLong(line -> Long.parseLong(line.substring(FIELD.length()).strip()))
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() {
        connection.close();
        client.shutdown();
    }
}
