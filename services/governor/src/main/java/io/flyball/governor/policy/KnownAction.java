package io.flyball.governor.policy;

import io.flyball.catalogue.ToolDefinition;
import io.flyball.catalogue.ToolEffect;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A proposal whose tool, agent and command the catalogue knows; what rules are held against.
 *
 * @param deed what it does
 * @param piped the commands behind its pipes, in their order; empty where there is none
 * @param arguments the arguments by name
 * @param resource what it touches in the catalogue's word; absent when the tool names nothing
 * @param place where it takes place, in the inventory's word
 */
record KnownAction(
        Proposal proposal,
        ToolDefinition tool,
        Deed deed,
        List<Deed> piped,
        Map<String, Object> arguments,
        @Nullable String resource,
        Place place) {

    /** What policies call it. */
    String operation() {
        return deed.operation();
    }

    ToolEffect effect() {
        return deed.effect();
    }

    boolean reversible() {
        return deed.reversible();
    }

    /** The command; empty for tools that run none. */
    List<String> argv() {
        return deed.argv();
    }

    /** Itself and each command behind a pipe, as if it stood alone: a rule about any of them holds. */
    List<KnownAction> parts() {
        return Stream.concat(Stream.of(deed), piped.stream())
                .map(part -> new KnownAction(proposal, tool, part, List.of(), arguments, resource, place))
                .toList();
    }

    /** The environment that governs it. */
    String environment() {
        return place.environment();
    }

    boolean reads() {
        return effect() == ToolEffect.READ;
    }

    /** As if a read of what nobody has said where it is took place there; a change stays where it is. */
    KnownAction readIn(String environment) {
        Place there = reads() ? place.or(environment, proposal.run().tenant()) : place;
        return new KnownAction(proposal, tool, deed, piped, arguments, resource, there);
    }
}
