package io.flyball.catalogue.programs;

import io.flyball.catalogue.CommandPermission;

/** Whether a command may run. */
public sealed interface CommandDecision {

    /** It may, by that permission. */
    record Allowed(CommandPermission permission) implements CommandDecision {}

    /** It may not. */
    record Refused(String reason) implements CommandDecision {}
}
