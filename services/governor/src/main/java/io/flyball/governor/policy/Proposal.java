package io.flyball.governor.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One action as it was proposed. All of it is the planner's word but for the identifiers; effect and reversibility are
 * not in it because they come from the catalogue.
 *
 * @param step the step of the run
 * @param argumentsJson the arguments, which should be a JSON object
 * @param target what it touches; absent when nothing nameable
 * @param rollback how to undo it; absent when it cannot be undone or is a read
 * @param statedRisk the planner's estimate; absent when it has none
 * @param actionHash 64 hex digits; what an approval is bound to
 * @param tainted whether untrusted text with instructions in it has entered the run
 * @param flags what planner or orchestrator want the governor to know
 * @param sent how often it was sent to the executor already; above 0 when its grant had lost its worth before it began
 */
public record Proposal(
        String actionId,
        RunContext run,
        int step,
        String tool,
        String argumentsJson,
        @Nullable String target,
        String reasoning,
        @Nullable String rollback,
        @Nullable Risk statedRisk,
        String actionHash,
        boolean dryRun,
        boolean tainted,
        List<String> flags,
        int sent) {

    public Proposal {
        flags = List.copyOf(flags);
    }

    /** One that was never sent. */
    public Proposal(
            String actionId,
            RunContext run,
            int step,
            String tool,
            String argumentsJson,
            @Nullable String target,
            String reasoning,
            @Nullable String rollback,
            @Nullable Risk statedRisk,
            String actionHash,
            boolean dryRun,
            boolean tainted,
            List<String> flags) {
        this(
                actionId,
                run,
                step,
                tool,
                argumentsJson,
                target,
                reasoning,
                rollback,
                statedRisk,
                actionHash,
                dryRun,
                tainted,
                flags,
                0);
    }
}
