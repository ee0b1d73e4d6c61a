package io.flyball.toolexecutor.config;

import io.flyball.toolexecutor.claim.ClaimSettings;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How claims are kept.
 *
 * @param lease after this long without a sign of life the executor that began an action counts as dead
 * @param keep how long claims are remembered; longer than calls stay on their topic
 * @param clockSkew how far the clocks of Redis and of whoever sends calls may differ
 */
@ConfigurationProperties("flyball.executor.claims")
public record ClaimProperties(
        @DefaultValue("5s") Duration lease,
        @DefaultValue("8d") Duration keep,
        @DefaultValue("250ms") Duration clockSkew) {

    public ClaimProperties {
        if (lease.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("flyball.executor.claims.lease must be at least 1s");
        }
        if (keep.compareTo(lease) <= 0) {
            throw new IllegalArgumentException("flyball.executor.claims.keep must be longer than the lease");
        }
        if (clockSkew.isNegative()) {
            throw new IllegalArgumentException("flyball.executor.claims.clock-skew must not be negative");
        }
    }

    public ClaimSettings toSettings() {
        return new ClaimSettings(lease, keep, clockSkew);
    }

    /** Several signs of life within one lease. */
    public Duration pulse() {
        return lease.dividedBy(5);
    }
}
