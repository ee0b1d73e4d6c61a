package io.flyball.toolexecutor.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How locks on resources are held.
 *
 * @param lease after this long without a sign of life another run may change the resource; renewed at a third of it
 */
@ConfigurationProperties("flyball.executor.locks")
public record LockProperties(@DefaultValue("10s") Duration lease) {

    public LockProperties {
        if (lease.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("flyball.executor.locks.lease must be at least 1s");
        }
    }
}
