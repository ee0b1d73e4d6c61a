package io.flyball.spending;

import io.flyball.platform.connection.ConnectionProperties;
import io.flyball.platform.redis.Redis;
import java.net.URI;
import java.time.Duration;

final class RedisForTests {
    private RedisForTests() {}

    static Redis of(String url) {
        return new Redis(new ConnectionProperties(
                "127.0.0.1:1", URI.create("http://127.0.0.1:1"), URI.create(url), Duration.ofSeconds(10), null));
    }
}
