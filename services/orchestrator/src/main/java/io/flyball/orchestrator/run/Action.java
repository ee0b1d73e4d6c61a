package io.flyball.orchestrator.run;

import java.util.Optional;

/**
 * One action of a step.
 *
 * @param id derived from run, step and index
 */
public record Action(String id, ProposedAction proposal, ActionState state) {

    static Action propose(String runId, int step, ProposedAction proposal) {
        return new Action(runId + ":" + step + ":" + proposal.index(), proposal, new ActionState.Proposed(0));
    }

    Action in(ActionState newState) {
        return new Action(id, proposal, newState);
    }

    /** The governor's last answer. */
    public Optional<Verdict> answer() {
        return switch (state) {
            case ActionState.Proposed _, ActionState.Skipped _ -> Optional.empty();
            case ActionState.AwaitingApproval s -> Optional.of(s.held());
            case ActionState.Ready s -> Optional.of(s.allowed());
            case ActionState.Called s -> Optional.of(s.allowed());
            case ActionState.Retrying s -> Optional.of(s.allowed());
            case ActionState.Finished s -> Optional.of(s.allowed());
            case ActionState.Denied s -> Optional.of(s.denied());
        };
    }

    /** Whether it may run beside others: reads always, changes where the plan says so; unknown until the verdict. */
    boolean independent() {
        return proposal.independent()
                || answer().map(a -> !a.effect().changes()).orElse(false);
    }

    /** Whether it was to change something and did not succeed. */
    boolean failedChange() {
        return switch (state) {
            case ActionState.Finished s ->
                s.allowed().effect().changes() && !s.report().succeeded();
            case ActionState.Denied s -> s.denied().effect().changes();
            case ActionState.Skipped _ -> true;
            case ActionState.Proposed _,
                    ActionState.AwaitingApproval _,
                    ActionState.Ready _,
                    ActionState.Called _,
                    ActionState.Retrying _ -> false;
        };
    }
}
