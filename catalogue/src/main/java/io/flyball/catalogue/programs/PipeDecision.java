package io.flyball.catalogue.programs;

import io.flyball.catalogue.CommandPermission;
import java.util.List;

/** Whether a command, or several that are joined by pipes, may run. */
public sealed interface PipeDecision {

    /** They may, each by one permission, in their order; never empty. */
    record Allowed(List<CommandPermission> permissions) implements PipeDecision {
        public Allowed {
            permissions = List.copyOf(permissions);
        }

        /** That of the command which nothing is piped into. */
        public CommandPermission first() {
            return permissions.getFirst();
        }
    }

    /** They may not. */
    record Refused(String reason) implements PipeDecision {}
}
