package io.flyball.planner.model;

import io.flyball.planner.plan.Decision;

/**
 * A decision and what it took.
 *
 * @param model as the provider names it
 * @param promptVersion hash of the prompt
 * @param tier why that model
 * @param stopReason of the last answer, as the provider named it
 * @param calls model calls made
 */
public record ModelPlan(
        Decision decision,
        Provider provider,
        String model,
        String promptVersion,
        Tier tier,
        String stopReason,
        Tokens tokens,
        int calls,
        long costMicros) {}
