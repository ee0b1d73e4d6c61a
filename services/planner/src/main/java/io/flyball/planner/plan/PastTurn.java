package io.flyball.planner.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One earlier step: what the planner wanted and what became of it.
 *
 * @param step from 1
 * @param refusal why the orchestrator did not follow; absent when it did
 */
public record PastTurn(
        int step,
        DecisionKind kind,
        String reasoning,
        List<PastAction> actions,
        @Nullable String refusal) {

    public PastTurn {
        actions = List.copyOf(actions);
    }
}
