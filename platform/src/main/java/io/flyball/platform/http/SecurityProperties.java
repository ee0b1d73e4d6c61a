package io.flyball.platform.http;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may use the HTTP interfaces.
 *
 * @param tokenFile file that holds the bearer token, readable by its owner alone
 */
@ConfigurationProperties("flyball.security")
public record SecurityProperties(
        @DefaultValue(".flyball/token") Path tokenFile) {}
