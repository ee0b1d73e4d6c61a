package io.flyball.planner.choice;

import org.jspecify.annotations.Nullable;

/**
 * What made a decision.
 *
 * @param planner {@code runbook} or {@code model}
 * @param runbook its name; absent when a model decided, or no runbook fits
 * @param version hash of runbook or prompt; absent when there is none
 * @param provider absent when no model answered
 * @param model as the provider names it; absent when no model answered
 * @param why why this planner and model were chosen
 */
public record Maker(
        String planner,
        @Nullable String runbook,
        @Nullable String version,
        @Nullable String provider,
        @Nullable String model,
        String why) {

    static Maker runbook(@Nullable String name, @Nullable String version, String why) {
        return new Maker("runbook", name, version, null, null, why);
    }
}
