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
 * @param expects what a read must show; empty means that it is no evidence, null that a planner of an older version did not
 *     say, whose reads are judged by their success alone
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
        String hash,
        @Nullable List<Expectation> expects) {
    public ProposedAction {
        verifies = List.copyOf(verifies);
        resources = List.copyOf(resources);
        expects = expects == null ? null : List.copyOf(expects);
    }

    /** Whether its success says that something is as it should be. */
    boolean compares() {
        return expects == null || !expects.isEmpty();
    }

    /** What it must show, in words; null if nobody said. */
    @Nullable
    String expected() {
        return expects == null ? null : Expectation.words(expects);
    }
}
