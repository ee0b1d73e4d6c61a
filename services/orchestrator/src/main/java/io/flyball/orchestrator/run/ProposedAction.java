package io.flyball.orchestrator.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One tool call that the planner proposes.
 *
 * @param hash what a verdict and an approval are bound to
 * @param independent whether it may run beside other changes
 * @param verifies targets whose change it verifies
 * @param resources what it changes and must be locked meanwhile; empty means its target
 * @param phase the phase of the run's manifest that it belongs to; null for none
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
        List<String> resources,
        @Nullable String phase,
        String hash) {
    public ProposedAction {
        verifies = List.copyOf(verifies);
        resources = List.copyOf(resources);
    }
}
