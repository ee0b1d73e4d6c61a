package io.flyball.governor.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the emergency stop is kept.
 *
 * @param grace how long a changed key may stand without an order on agent.control before the governor writes that order
 * @param tenant the tenant that orders and messages about the stop name; the stop itself is everybody's
 */
@ConfigurationProperties("flyball.governor.stop")
public record StopProperties(
        @DefaultValue("2s") Duration grace,
        @DefaultValue("default") String tenant) {

    public StopProperties {
        Positive.require(grace, "flyball.governor.stop.grace");
        if (tenant.isBlank()) {
            throw new IllegalArgumentException("flyball.governor.stop.tenant must not be blank");
        }
    }
}
