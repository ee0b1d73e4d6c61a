package io.flyball.governor.approval;

import io.flyball.governor.approval.ApprovalCommand.KeepGrant;
import io.flyball.governor.approval.GivenVerdict.Kind;
import io.flyball.governor.policy.Judgement;
import io.flyball.governor.policy.Proposal;
import io.flyball.governor.policy.Sorting;
import java.time.Instant;
import java.util.List;

/** What a person's approval comes to when nothing is stopped: policy may have forbidden the action in the meantime. */
final class Approving {
    private final Governing governing;

    Approving(Governing governing) {
        this.governing = governing;
    }

    Decision approve(Proposal proposal, List<GivenVerdict> given, Judgement now, Answer answer, Instant at) {
        if (now.sorting() == Sorting.FORBID) {
            GivenVerdict denied = Governing.verdict(proposal, given, Kind.DENY, now, at)
                    .because(
                            now.rule(),
                            "approved by " + answer.who() + ", but policy forbids it by now: " + now.reason())
                    .approval(answer.approvalId(), null);
            return governing.settle(given, denied, answer, at, "approved, but forbidden by now");
        }
        GivenVerdict allowed = Governing.verdict(proposal, given, Kind.ALLOW, now, at)
                .because(now.rule(), reason(answer))
                .approval(answer.approvalId(), answer.by());
        return answer.kind() == Answer.Kind.APPROVE_FOR_RUN && now.coverable()
                ? governing.settle(given, allowed, answer, at, "approved for the run", grant(proposal, now, answer, at))
                : governing.settle(given, allowed, answer, at, "approved");
    }

    private KeepGrant grant(Proposal proposal, Judgement now, Answer answer, Instant at) {
        return new KeepGrant(new Grant(
                Grant.Scope.of(proposal, now),
                answer.by(),
                answer.approvalId(),
                at.plus(governing.rules().keepAnswered())));
    }

    private static String reason(Answer answer) {
        String reason = "approved by " + answer.who();
        return answer.hasReason() ? reason + ": " + answer.reason() : reason;
    }
}
