package io.flyball.toolexecutor.tools;

import io.flyball.catalogue.AgentDefinition;
import io.flyball.catalogue.CommandPermission;
import io.flyball.catalogue.SecretPermission;
import java.util.List;
import java.util.Objects;

/**
 * What an agent may do, enforced here whatever was allowed before.
 *
 * @param commands commands it may run
 * @param readable globs of files it may read
 * @param writable globs of files it may write
 * @param network {@code host:port} it may reach
 * @param secrets secrets that it may send with its requests
 */
public record Permissions(
        List<CommandPermission> commands,
        List<String> readable,
        List<String> writable,
        List<String> network,
        List<SecretPermission> secrets) {

    public Permissions {
        commands = List.copyOf(commands);
        readable = List.copyOf(readable);
        writable = List.copyOf(writable);
        network = List.copyOf(network);
        secrets = List.copyOf(secrets);
    }

    /** Those of an agent that gets no secret. */
    public Permissions(
            List<CommandPermission> commands, List<String> readable, List<String> writable, List<String> network) {
        this(commands, readable, writable, network, List.of());
    }

    public static Permissions of(AgentDefinition agent) {
        return new Permissions(
                Objects.requireNonNullElse(agent.commands(), List.of()),
                Objects.requireNonNullElse(agent.readableFiles(), List.of()),
                Objects.requireNonNullElse(agent.writableFiles(), List.of()),
                Objects.requireNonNullElse(agent.network(), List.of()),
                Objects.requireNonNullElse(agent.secrets(), List.of()));
    }
}
