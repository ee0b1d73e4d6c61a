package io.flyball.orchestrator.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step as later steps see it.
 *
 * @param refusal why the plan was not followed; null when it was
 */
public record Step(
        int step, Plan plan, List<Action> actions, @Nullable String refusal) {
    public Step {
        actions = List.copyOf(actions);
    }
}
