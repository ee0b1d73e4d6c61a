package io.flyball.planner.plan;

import org.jspecify.annotations.Nullable;

/**
 * A verification that the run owes.
 *
 * @param target what was changed
 * @param actionId the action that changed it
 * @param hint how to verify it, from the tool catalogue; absent when it gives none
 */
public record Owed(String target, String actionId, @Nullable String hint) {}
