package io.flyball.planner.plan;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One tool call that the planner proposes.
 *
 * @param label the planner's own name for it, by which it finds the result again; absent when it needs none
 * @param arguments as JSON values
 * @param target what it touches, for example {@code service:checkout}; absent when nothing nameable
 * @param reasoning why
 * @param expectedEffect what should be different afterwards; absent for reads
 * @param rollback how to undo it; absent for reads or when it cannot be undone
 * @param independent whether it may run beside the other changes of the decision
 * @param verifies targets whose change it verifies
 * @param risk the planner's own estimate; absent when it has none
 * @param resources what it changes, each locked while it runs; empty means its target
 * @param phase the phase of the run's manifest that it belongs to; absent when it belongs to none
 * @param expects what a read must show, all of it; one that expects nothing is no evidence
 */
public record ProposedAction(
        @Nullable String label,
        String tool,
        Map<String, Object> arguments,
        @Nullable String target,
        String reasoning,
        @Nullable String expectedEffect,
        @Nullable String rollback,
        boolean independent,
        List<String> verifies,
        @Nullable Risk risk,
        List<String> resources,
        @Nullable String phase,
        List<Expectation> expects) {

    public ProposedAction {
        verifies = List.copyOf(verifies);
        resources = List.copyOf(resources);
        expects = List.copyOf(expects);
    }

    /** One that changes nothing but its target and belongs to no phase. */
    public ProposedAction(
            @Nullable String label,
            String tool,
            Map<String, Object> arguments,
            @Nullable String target,
            String reasoning,
            @Nullable String expectedEffect,
            @Nullable String rollback,
            boolean independent,
            List<String> verifies,
            @Nullable Risk risk) {
        this(
                label,
                tool,
                arguments,
                target,
                reasoning,
                expectedEffect,
                rollback,
                independent,
                verifies,
                risk,
                List.of(),
                null,
                List.of());
    }

    /** A read that looks whether a change of that target had its effect. */
    public static ProposedAction verification(
            String label,
            String tool,
            Map<String, Object> arguments,
            String target,
            String reasoning,
            List<Expectation> expects) {
        return new ProposedAction(label, tool, arguments, target, reasoning, null, null, false, List.of(target), null)
                .expecting(expects);
    }

    /** The same, with what it must show. */
    public ProposedAction expecting(List<Expectation> shown) {
        return new ProposedAction(
                label,
                tool,
                arguments,
                target,
                reasoning,
                expectedEffect,
                rollback,
                independent,
                verifies,
                risk,
                resources,
                phase,
                shown);
    }
}
