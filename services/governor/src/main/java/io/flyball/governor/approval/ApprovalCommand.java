package io.flyball.governor.approval;

import io.flyball.governor.policy.Judgement;
import io.flyball.governor.policy.Proposal;
import java.time.Instant;

/** What the shell is to do. */
public sealed interface ApprovalCommand {

    /** Tell the orchestrator. */
    record GiveVerdict(GivenVerdict verdict) implements ApprovalCommand {}

    /** Ask people, on every channel that asks. */
    record AskPeople(Proposal proposal, Judgement judgement, Instant at, Instant expiresAt)
            implements ApprovalCommand {}

    /** Ask them again, because half of the time is over. */
    record RemindPeople(Proposal proposal, Judgement judgement, Instant at, Instant expiresAt)
            implements ApprovalCommand {}

    /** Ask them until a later time, because nobody could hear them for a while. */
    record AskLonger(Proposal proposal, Judgement judgement, Instant at, Instant expiresAt)
            implements ApprovalCommand {}

    /** Tell people what was allowed without them. */
    record TellPeople(Proposal proposal, Judgement judgement, Instant at) implements ApprovalCommand {}

    /** Tell whoever answered that it does not count, and record it. */
    record RefuseAnswer(Answer answer, String why, Instant at) implements ApprovalCommand {}

    /** Record the answer that counted. */
    record RecordAnswer(GovernedAction action, boolean reversible, Answer answer, Instant at)
            implements ApprovalCommand {}

    /** Record that nobody answered in time. */
    record RecordTimeout(GovernedAction action, boolean reversible, Instant askedAt, Instant at)
            implements ApprovalCommand {}

    /** Keep an approval for the rest of the run. */
    record KeepRunApproval(RunApproval runApproval) implements ApprovalCommand {}
}
