package io.flyball.platform.halt;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the services that start or approve something show that they are there to obey a stop.
 *
 * @param signEvery how often each signs on agent.workers
 * @param goneAfter who has not signed for so long, and did not say that it ends, counts as gone, and a stop waits for its receipt no longer
 */
@ConfigurationProperties("flyball.halt")
public record HaltProperties(
        @DefaultValue("10s") Duration signEvery,
        @DefaultValue("1h") Duration goneAfter) {
    /** What is on the topic is kept for three hours. */
    private static final Duration KEPT = Duration.ofHours(2);

    public HaltProperties {
        if (signEvery.compareTo(Duration.ofSeconds(1)) < 0 || signEvery.compareTo(Duration.ofMinutes(5)) > 0) {
            throw new IllegalArgumentException("flyball.halt.sign-every must be from 1 s to 5 min");
        }
        if (goneAfter.compareTo(signEvery.multipliedBy(3)) < 0 || goneAfter.compareTo(KEPT) > 0) {
            throw new IllegalArgumentException(
                    "flyball.halt.gone-after must be at least three times flyball.halt.sign-every, and at most 2 h");
        }
    }
}
