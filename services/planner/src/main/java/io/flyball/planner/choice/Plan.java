package io.flyball.planner.choice;

import io.flyball.planner.model.Tokens;
import io.flyball.planner.plan.Decision;
import org.jspecify.annotations.Nullable;

/**
 * A decision, what made it, and what it took.
 *
 * @param stopReason of the model's last answer, as the provider named it; absent when no model answered
 * @param llmCalls model calls that were answered
 * @param costMicros millionths of a US dollar by the price book
 */
public record Plan(
        Decision decision, Maker maker, @Nullable String stopReason, Tokens tokens, int llmCalls, long costMicros) {

    static Plan withoutModel(Decision decision, Maker maker) {
        return new Plan(decision, maker, null, Tokens.NONE, 0, 0);
    }
}
