package io.flyball.governor.policy;

import io.flyball.catalogue.ToolEffect;
import io.flyball.catalogue.inventory.BlastRadius;
import org.jspecify.annotations.Nullable;

/**
 * What kind of thing an action is, as far as the catalogue knows it; the worst where it does not.
 *
 * @param operation what policies call it
 * @param command the action as a person would type or read it
 * @param resource what it touches in the catalogue's word; absent when the tool names nothing
 * @param environment the environment of what it touches; absent in what an earlier version wrote
 * @param verificationHint how to verify what it changed; absent when the catalogue does not say
 * @param reach what it touches and what depends on that, in words; absent when the inventory does not know, and in what an
 *     earlier version wrote
 */
public record Nature(
        String operation,
        ToolEffect effect,
        boolean reversible,
        Risk risk,
        String command,
        @Nullable String resource,
        @Nullable String environment,
        @Nullable String verificationHint,
        @Nullable String reach) {

    static Nature of(KnownAction action, Risk risk) {
        return new Nature(
                action.operation(),
                action.effect(),
                action.reversible(),
                risk,
                CommandText.of(action),
                action.resource(),
                action.environment(),
                action.tool().verification(),
                reach(action.place().reach()));
    }

    private static @Nullable String reach(BlastRadius reach) {
        return reach.size() == 0 ? null : reach.words();
    }

    static Nature unknown(Proposal proposal) {
        return new Nature(
                "unknown", ToolEffect.DESTRUCTIVE, false, Risk.CRITICAL, proposal.tool(), null, null, null, null);
    }
}
