package io.flyball.orchestrator.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How hanging transactions are found.
 *
 * @param lookEvery how often open transactions are looked at
 * @param patience how long one must have been seen open before its coordinator is asked whether it knows of it
 */
@ConfigurationProperties("flyball.orchestrator.transactions")
public record TransactionProperties(
        @DefaultValue("5s") Duration lookEvery,
        @DefaultValue("15s") Duration patience) {

    public TransactionProperties {
        positive("look-every", lookEvery);
        positive("patience", patience);
    }

    private static void positive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(
                    "flyball.orchestrator.transactions." + name + " must be longer than 0, and is " + value);
        }
    }
}
