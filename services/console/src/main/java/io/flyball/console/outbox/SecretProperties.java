package io.flyball.console.outbox;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How secrets are replaced in what goes out.
 *
 * @param key mixed into the placeholders' numbers; at least one character
 */
@ConfigurationProperties("flyball.console.secrets")
record SecretProperties(@DefaultValue("flyball") String key) {

    SecretProperties {
        if (key.isEmpty()) {
            throw new IllegalArgumentException("flyball.console.secrets.key must not be empty");
        }
    }
}
