package io.flyball.notifier.config;

import io.flyball.notifier.delivery.Backoff;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages are delivered.
 *
 * @param timeout for one attempt
 * @param firstDelay after the first failed attempt; doubled after each further one
 * @param longestDelay never more than this between attempts
 * @param mostAtOnce attempts under way at once on one channel; urgent messages are not counted
 * @param remember how long a message is known to have been told
 */
@ConfigurationProperties("flyball.notifier.delivery")
public record DeliveryProperties(
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("1s") Duration firstDelay,
        @DefaultValue("10m") Duration longestDelay,
        @DefaultValue("16") int mostAtOnce,
        @DefaultValue("31d") Duration remember) {

    public DeliveryProperties {
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("flyball.notifier.delivery.timeout must be positive");
        }
        new Backoff(firstDelay, longestDelay);
        if (mostAtOnce < 1) {
            throw new IllegalArgumentException("flyball.notifier.delivery.most-at-once must be at least 1");
        }
        if (remember.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException("flyball.notifier.delivery.remember must be at least a day");
        }
    }

    public Backoff backoff() {
        return new Backoff(firstDelay, longestDelay);
    }
}
