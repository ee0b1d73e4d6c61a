package io.flyball.platform.secrets;

import io.flyball.secrets.SecretFilter;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The secret filter.
 *
 * @param key mixed into the placeholders' numbers; the same for all services, so that one secret has one placeholder; draw it by lot, or
 *     the numbers of short passwords can be worked out
 */
@ConfigurationProperties("flyball.secrets")
public record SecretProperties(@DefaultValue("flyball") String key) {

    public SecretProperties {
        if (key.isBlank()) {
            throw new IllegalArgumentException("flyball.secrets.key must not be blank");
        }
    }

    /** The filter with that key. */
    public SecretFilter filter() {
        return new SecretFilter(key.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "SecretProperties[key=***]";
    }
}
