package io.flyball.toolexecutor.tools;

import io.flyball.catalogue.ToolEffect;

/** What a tool would do. */
public sealed interface Plan {

    /** Nothing, and why. */
    record Refused(String reason) implements Plan {}

    /**
     * This.
     *
     * @param effect what it does to the world, as exactly as the arguments tell
     * @param description what it would do, one sentence, for a dry run
     * @param action does it
     */
    record Ready(ToolEffect effect, String description, Action action) implements Plan {}
}
