package io.flyball.governor.policy;

import io.flyball.catalogue.ToolDefinition;
import io.flyball.catalogue.ToolEffect;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A proposal whose tool, agent and command the catalogue knows; what rules are held against.
 *
 * @param operation what policies call it: the tool's operation, or that of the permission that lets the command run
 * @param effect what it does to the world, in the catalogue's word
 * @param argv the command; empty for tools that run none
 * @param arguments the arguments by name
 * @param resource what it touches in the catalogue's word; absent when the tool names nothing
 * @param place where it takes place, in the inventory's word
 */
record KnownAction(
        Proposal proposal,
        ToolDefinition tool,
        String operation,
        ToolEffect effect,
        boolean reversible,
        List<String> argv,
        Map<String, Object> arguments,
        @Nullable String resource,
        Place place) {

    /** The environment that governs it. */
    String environment() {
        return place.environment();
    }

    boolean reads() {
        return effect == ToolEffect.READ;
    }

    /** As if a read of what nobody has said where it is took place there; a change stays where it is. */
    KnownAction readIn(String environment) {
        Place there = reads() ? place.or(environment, proposal.run().tenant()) : place;
        return new KnownAction(proposal, tool, operation, effect, reversible, argv, arguments, resource, there);
    }
}
