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
        @Nullable Risk risk) {

    public ProposedAction {
        verifies = List.copyOf(verifies);
    }

    /** A read that looks whether a change of these targets had its effect. */
    public static ProposedAction verification(
            String label, String tool, Map<String, Object> arguments, String target, String reasoning) {
        return new ProposedAction(label, tool, arguments, target, reasoning, null, null, false, List.of(target), null);
    }
}
