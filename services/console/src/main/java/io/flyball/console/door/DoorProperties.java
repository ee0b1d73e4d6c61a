package io.flyball.console.door;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who comes in.
 *
 * @param session how long a browser stays logged in
 * @param principal who acts when a request names nobody; whoever holds the local token
 * @param peopleFile people with tokens of their own and their roles, one a line; nobody if it is not there
 */
@ConfigurationProperties("flyball.console")
public record DoorProperties(
        @DefaultValue("12h") Duration session,
        @DefaultValue("local") String principal,
        @DefaultValue(".flyball/people") Path peopleFile) {

    public DoorProperties {
        if (!session.isPositive()) {
            throw new IllegalArgumentException("flyball.console.session must be positive");
        }
        if (principal.isBlank()) {
            throw new IllegalArgumentException("flyball.console.principal must name somebody");
        }
    }
}
