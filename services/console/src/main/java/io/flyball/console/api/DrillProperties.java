package io.flyball.console.api;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Drills of the stop by schedule.
 *
 * @param every how often the stop is proved by itself; 0 is never. Set it at one replica of the console alone
 */
@ConfigurationProperties("flyball.console.stop-drill")
record DrillProperties(@DefaultValue("0s") Duration every) {
    private static final Duration LEAST = Duration.ofMinutes(1);

    DrillProperties {
        if (!every.isZero() && every.compareTo(LEAST) < 0) {
            throw new IllegalArgumentException("flyball.console.stop-drill.every must be 0 or at least 1 minute");
        }
    }
}
