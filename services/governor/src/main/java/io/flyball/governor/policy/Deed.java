package io.flyball.governor.policy;

import io.flyball.catalogue.CommandPermission;
import io.flyball.catalogue.ToolDefinition;
import io.flyball.catalogue.ToolEffect;
import java.util.List;

/**
 * What a tool or a command does to the world, in the catalogue's word.
 *
 * @param operation what policies call it: the tool's operation, or that of the permission that lets the command run
 * @param argv the command; empty for tools that run none
 */
record Deed(String operation, ToolEffect effect, boolean reversible, List<String> argv) {

    static Deed of(ToolDefinition tool, List<String> argv) {
        return new Deed(tool.operation(), tool.effect(), tool.reversible(), argv);
    }

    static Deed of(CommandPermission permission, List<String> argv) {
        return new Deed(permission.operation(), permission.effect(), permission.reversible(), argv);
    }
}
