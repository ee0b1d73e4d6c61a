package io.flyball.cli.access;

import io.flyball.cli.terminal.Terminal;
import java.util.Map;

/** What a command is given by whoever calls it. */
public record Shell(Terminal terminal, Map<String, String> environment) {

    public Shell {
        environment = Map.copyOf(environment);
    }

    /** A variable; empty if it is not set. */
    public String variable(String name) {
        return environment.getOrDefault(name, "");
    }

    /** Who types, for the records of stops and answers. */
    public String person() {
        String named = variable("FLYBALL_USER");
        return named.isEmpty() ? System.getProperty("user.name", "unknown") : named;
    }
}
