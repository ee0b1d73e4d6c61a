package io.flyball.toolexecutor.config;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose grants count.
 *
 * @param publicKeysFile the list of the governors' public keys, one a line; read again when it changes, so that keys can change while
 *     calls go on
 */
@ConfigurationProperties("flyball.executor.grants")
public record GrantProperties(
        @DefaultValue(".flyball/grants/verifying.keys") Path publicKeysFile) {}
