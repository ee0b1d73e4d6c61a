package io.flyball.governor.approval;

import io.flyball.governor.policy.Judgement;
import io.flyball.governor.policy.Proposal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happens to an action under government. */
public sealed interface ApprovalEvent {

    /** When it happened, by the governor's clock. */
    Instant at();

    /**
     * The orchestrator proposes it.
     *
     * @param judgement what policy says
     * @param runApproval an earlier approval for the whole run that covers it
     */
    record ActionProposed(
            Proposal proposal, Judgement judgement, StopSight stop, Optional<RunApproval> runApproval, Instant at)
            implements ApprovalEvent {}

    /**
     * A person answers.
     *
     * @param judgement what policy says now; absent when nothing is known under that approval
     */
    record AnswerGiven(Answer answer, Optional<Judgement> judgement, StopSight stop, Instant at)
            implements ApprovalEvent {}

    /** Time has passed. */
    record TimePassed(Instant at) implements ApprovalEvent {}

    /**
     * The governor is there again, or is answered by its broker again; what people said meanwhile could not be heard.
     *
     * @param since its last look before; null if this governor never had the action
     */
    record GovernorBack(@Nullable Instant since, Instant at) implements ApprovalEvent {}

    /**
     * Stop and kill switch let things go on.
     *
     * @param judgement what policy says now: the world may have moved on
     * @param stop what lets it go on
     * @param runApproval an approval for the whole run that covers it
     */
    record StopLifted(Judgement judgement, StopSight stop, Optional<RunApproval> runApproval, Instant at)
            implements ApprovalEvent {}
}
