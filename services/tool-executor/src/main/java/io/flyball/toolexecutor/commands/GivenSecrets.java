package io.flyball.toolexecutor.commands;

import io.flyball.catalogue.CommandPermission;
import io.flyball.toolexecutor.secrets.NoSecret;
import io.flyball.toolexecutor.secrets.SecretStore;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Secrets that a command gets as variables, because its permission says so. */
record GivenSecrets(SecretStore secrets) {

    /** Why commands cannot be given what their permissions name; empty if they can. */
    Optional<String> objection(List<CommandPermission> permissions) {
        boolean any = permissions.stream()
                .anyMatch(permission -> !permission.givenSecrets().isEmpty());
        if (any && permissions.size() > 1) {
            return Optional.of("a command that gets a secret does not stand in a pipe, where others would get it, too");
        }
        try {
            for (CommandPermission permission : permissions) {
                of(permission);
            }
            return Optional.empty();
        } catch (NoSecret e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /**
     * The variables of one command, with their values as they are now.
     *
     * @throws IOException if one has none any more
     */
    Map<String, String> variables(CommandPermission permission) throws IOException {
        try {
            return of(permission);
        } catch (NoSecret e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private Map<String, String> of(CommandPermission permission) throws NoSecret {
        Map<String, String> variables = new HashMap<>();
        for (Map.Entry<String, String> given : permission.givenSecrets().entrySet()) {
            variables.put(given.getKey(), secrets.value(given.getValue()));
        }
        return variables;
    }
}
