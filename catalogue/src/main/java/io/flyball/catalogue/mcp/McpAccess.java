package io.flyball.catalogue.mcp;

import io.flyball.catalogue.SandboxNeeds;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an MCP server gets of the world. Variables are told by name; their values are the executor's and stand in no file here.
 *
 * @param environment names of the executor's variables that a server with a command sees
 * @param bearer name of the executor's variable with the token for a server with a URL; absent where it wants none
 * @param hosts {@code host:port} that it may reach, or where it is; inside addresses as in an agent's {@code network}
 * @param sandbox what a server with a command finds of the machine; absent for as little as possible
 */
public record McpAccess(
        @Nullable List<String> environment,
        @Nullable String bearer,
        @Nullable List<String> hosts,
        @Nullable SandboxNeeds sandbox) {
    /** Nothing. */
    public static final McpAccess NONE = new McpAccess(null, null, null, null);

    private static final String NAME = "[A-Za-z_][A-Za-z0-9_]*";

    public McpAccess {
        environment = environment == null ? List.of() : List.copyOf(environment);
        hosts = hosts == null ? List.of() : List.copyOf(hosts);
        sandbox = sandbox == null ? SandboxNeeds.NONE : sandbox;
        if (!environment.stream().allMatch(name -> name.matches(NAME)) || bearer != null && !bearer.matches(NAME)) {
            throw new IllegalArgumentException(
                    "environment and bearer are names of variables, such as REPORTS_TOKEN; values stay with the executor");
        }
        if (!sandbox.network().isEmpty() || sandbox.service()) {
            throw new IllegalArgumentException(
                    "an MCP server's network stands in hosts, and none lives on as a service");
        }
    }

    /** What a server with a command needs of the sandbox. */
    public SandboxNeeds needs() {
        SandboxNeeds own = Objects.requireNonNull(sandbox, "set above");
        List<String> reached = Objects.requireNonNull(hosts, "set above");
        return new SandboxNeeds(own.level(), own.processes(), reached, own.readable(), own.writable(), false);
    }
}
