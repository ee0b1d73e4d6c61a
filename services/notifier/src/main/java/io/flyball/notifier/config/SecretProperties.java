package io.flyball.notifier.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The secret filter before notices.
 *
 * @param key mixed into the placeholders' numbers; the same as the executors', so that one secret has one placeholder
 */
@ConfigurationProperties("flyball.notifier.secrets")
public record SecretProperties(@DefaultValue("flyball") String key) {

    public SecretProperties {
        if (key.isBlank()) {
            throw new IllegalArgumentException("flyball.notifier.secrets.key must not be blank");
        }
    }

    @Override
    public String toString() {
        return "SecretProperties[key=***]";
    }
}
