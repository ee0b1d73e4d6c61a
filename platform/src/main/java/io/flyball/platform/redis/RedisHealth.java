package io.flyball.platform.redis;

import io.lettuce.core.RedisException;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether Redis can hold a stop: it answers, takes writes, has room, and throws nothing away. */
public final class RedisHealth implements HealthIndicator {
    private final Redis redis;

    public RedisHealth(Redis redis) {
        this.redis = redis;
    }

    @Override
    public Health health() {
        try {
            return RedisStanding.fault(redis.commands().info())
                    .map(RedisHealth::outOfService)
                    .orElseGet(() -> Health.up().build());
        } catch (RedisException e) {
            return outOfService("Redis does not answer, so nothing acts: " + e.getMessage());
        }
    }

    private static Health outOfService(String reason) {
        return Health.outOfService().withDetail("reason", reason).build();
    }
}
