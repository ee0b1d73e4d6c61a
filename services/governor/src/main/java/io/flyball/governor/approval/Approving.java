package io.flyball.governor.approval;

import io.flyball.governor.approval.ApprovalCommand.KeepRunApproval;
import io.flyball.governor.approval.GivenVerdict.Kind;
import io.flyball.governor.policy.Judgement;
import io.flyball.governor.policy.Sorting;

/** What a person's approval comes to when nothing is stopped: policy may have forbidden the action in the meantime. */
final class Approving {
    private final Governing governing;

    Approving(Governing governing) {
        this.governing = governing;
    }

    Decision approve(Case c, Counted counted) {
        Answer answer = counted.answer();
        Judgement now = c.judgement();
        if (now.sorting() == Sorting.FORBID) {
            GivenVerdict denied = c.verdict(Kind.DENY)
                    .because(
                            now.rule(),
                            "approved by " + answer.who() + ", but policy forbids it by now: " + now.reason())
                    .approval(answer.approvalId(), null);
            return governing.settle(c.given(), denied, counted, c.at(), "approved, but forbidden by now");
        }
        GivenVerdict allowed = governing
                .allow(c, Kind.ALLOW)
                .because(now.rule(), reason(answer))
                .approval(answer.approvalId(), answer.by());
        return answer.kind() == Answer.Kind.APPROVE_FOR_RUN && now.coverable()
                ? governing.settle(c.given(), allowed, counted, c.at(), "approved for the run", keep(c, answer))
                : governing.settle(c.given(), allowed, counted, c.at(), "approved");
    }

    private KeepRunApproval keep(Case c, Answer answer) {
        return new KeepRunApproval(new RunApproval(
                RunApproval.Scope.of(c.proposal(), c.judgement()),
                answer.by(),
                answer.approvalId(),
                c.at().plus(governing.rules().keepAnswered())));
    }

    private static String reason(Answer answer) {
        String reason = "approved by " + answer.who();
        return answer.hasReason() ? reason + ": " + answer.reason() : reason;
    }
}
