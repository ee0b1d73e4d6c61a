package io.flyball.planner;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The secret filter before prompts.
 *
 * @param key mixed into the placeholders' numbers; the same as the executors', so that one secret has one placeholder
 */
@ConfigurationProperties("flyball.planner.secrets")
public record SecretProperties(@DefaultValue("flyball") String key) {

    public SecretProperties {
        if (key.isBlank()) {
            throw new IllegalArgumentException("flyball.planner.secrets.key must not be blank");
        }
    }

    @Override
    public String toString() {
        return "SecretProperties[key=***]";
    }
}
