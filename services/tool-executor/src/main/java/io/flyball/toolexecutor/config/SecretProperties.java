package io.flyball.toolexecutor.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How secrets are replaced.
 *
 * @param key mixed into the numbers of placeholders, so that nobody can try guesses against them; the same for all executors
 */
@ConfigurationProperties("flyball.executor.secrets")
public record SecretProperties(@DefaultValue("flyball") String key) {

    public SecretProperties {
        if (key.isBlank()) {
            throw new IllegalArgumentException("flyball.executor.secrets.key must not be blank");
        }
    }

    @Override
    public String toString() {
        return "SecretProperties[key=***]";
    }
}
