package io.flyball.console.page;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the page links to.
 *
 * @param tracingUrl root of the tracing back end as a browser reaches it, without {@code /zipkin}
 */
@ConfigurationProperties("flyball.console")
public record PageProperties(
        @DefaultValue("http://127.0.0.1:7415") URI tracingUrl) {}
