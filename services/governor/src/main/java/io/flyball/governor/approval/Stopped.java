package io.flyball.governor.approval;

import io.flyball.governor.approval.ApprovalCommand.RefuseAnswer;
import io.flyball.governor.approval.ApprovalEvent.ActionProposed;
import io.flyball.governor.approval.ApprovalEvent.AnswerGiven;
import io.flyball.governor.approval.ApprovalEvent.StopLifted;
import io.flyball.governor.approval.ApprovalEvent.TimePassed;
import io.flyball.governor.approval.ApprovalState.HeldByStop;
import io.flyball.governor.approval.GivenVerdict.Kind;
import java.time.Instant;

/** Until the stop is released; then the action is governed again. */
final class Stopped {
    private final Governing governing;
    private final Approving approving;

    Stopped(Governing governing) {
        this.governing = governing;
        this.approving = new Approving(governing);
    }

    Decision decide(HeldByStop s, ApprovalEvent event) {
        return switch (event) {
            case ActionProposed e -> Repeating.proposal(s, e.proposal(), s.given());
            case AnswerGiven e -> answered(s, e);
            case StopLifted e -> lifted(s, e);
            case TimePassed _, ApprovalEvent.GovernorBack _ ->
                Decision.stay(s, "only the release of the stop changes something");
        };
    }

    private static Decision answered(HeldByStop s, AnswerGiven event) {
        Answer approval = s.approval();
        if (approval == null) {
            String why = "no approval was asked for; the action waits for the release of the stop";
            return Decision.to(s, why, new RefuseAnswer(event.answer(), why, event.at()));
        }
        if (approval.id().equals(event.answer().id())) {
            return Decision.stay(s, "the answer that counted, again");
        }
        String why = "too late: " + approval.who() + " approved it first; it waits for the release of the stop";
        return Decision.to(s, why, new RefuseAnswer(event.answer(), why, event.at()));
    }

    private Decision lifted(HeldByStop s, StopLifted event) {
        Answer approval = s.approval();
        Case c = new Case(s.proposal(), s.given(), event.judgement(), event.stop(), event.at());
        if (approval == null) {
            return governing.govern(c, event.runApproval());
        }
        if (!s.met().satisfy(event.judgement().wanted())) {
            return tooFew(c, approval);
        }
        Instant end = s.since().plus(governing.rules().timeout());
        return event.at().isAfter(end) ? expired(c, approval) : approving.approve(c, new Counted(approval, s.met()));
    }

    /** Policy wants more by now; the planner may propose again, and people are asked by the rules of that time. */
    private Decision tooFew(Case c, Answer approval) {
        GivenVerdict denied = c.verdict(Kind.DENY)
                .because(
                        "approval-too-few",
                        "approved by " + approval.who() + ", but policy wants other or more people by now")
                .approval(approval.approvalId(), null);
        return governing.settle(
                c.given(), denied, Counted.byAnybody(approval), c.at(), "the rules became stricter during the stop");
    }

    /** The world has moved on since; the planner looks at it and may propose again. */
    private Decision expired(Case c, Answer approval) {
        GivenVerdict denied = c.verdict(Kind.DENY)
                .because(
                        "approval-expired",
                        "approved by " + approval.who() + ", but the stop has lasted longer than an approval holds")
                .approval(approval.approvalId(), null);
        return governing.settle(
                c.given(), denied, Counted.byAnybody(approval), c.at(), "the approval expired during the stop");
    }
}
