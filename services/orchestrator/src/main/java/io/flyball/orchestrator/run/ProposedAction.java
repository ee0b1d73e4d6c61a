package io.flyball.orchestrator.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One tool call that the planner proposes.
 *
 * @param hash what a verdict and an approval are bound to
 * @param independent whether it may run beside other changes
 * @param verifies targets whose change it verifies
 */
public record ProposedAction(
        int index,
        @Nullable String label,
        String tool,
        String argumentsJson,
        @Nullable String target,
        String reasoning,
        @Nullable String expectedEffect,
        @Nullable String rollback,
        boolean independent,
        List<String> verifies,
        @Nullable String statedRisk,
        String hash) {
    public ProposedAction {
        verifies = List.copyOf(verifies);
    }
}
