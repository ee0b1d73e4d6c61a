package io.flyball.governor.approval;

import io.flyball.governor.approval.ApprovalCommand.RefuseAnswer;
import io.flyball.governor.approval.ApprovalEvent.ActionProposed;
import io.flyball.governor.approval.ApprovalEvent.AnswerGiven;
import io.flyball.governor.approval.ApprovalEvent.StopLifted;
import io.flyball.governor.approval.ApprovalEvent.TimePassed;
import io.flyball.governor.approval.ApprovalState.Answered;
import io.flyball.governor.approval.ApprovalState.NotProposed;
import io.flyball.governor.policy.Proposal;
import org.jspecify.annotations.Nullable;

/** After the last verdict: what comes again hears the same unless it needs a new grant, who comes late is told so. */
final class Settled {
    private final Governing governing;
    private final Approving approving;

    Settled(Governing governing) {
        this.governing = governing;
        this.approving = new Approving(governing);
    }

    Decision decide(Answered s, ApprovalEvent event) {
        return switch (event) {
            case ActionProposed e when needsAnotherGrant(s, e.proposal()) -> again(s, e);
            case ActionProposed e -> Repeating.proposal(s, e.proposal(), s.given());
            case AnswerGiven e -> answered(s, e);
            case TimePassed e when !e.at().isBefore(s.keepUntil()) -> Decision.to(new NotProposed(), "forgotten");
            case TimePassed _ -> Decision.stay(s, "it is still remembered");
            case StopLifted _, ApprovalEvent.GovernorBack _ -> Decision.stay(s, "it has its last verdict");
        };
    }

    /** It was sent since, in vain. A repeat of the same proposal says nothing new. */
    private static boolean needsAnotherGrant(Answered s, Proposal again) {
        GrantTerms terms = s.last().terms();
        return s.last().kind().allows()
                && s.last().action().actionHash().equals(again.actionHash())
                && again.sent() > (terms == null ? 0 : terms.sent());
    }

    /**
     * What was allowed and never began is governed again by what holds now; a person's approval of this very action still counts,
     * unless policy wants other or more people by now.
     */
    private Decision again(Answered s, ActionProposed event) {
        Answer approval = s.settledBy();
        if (approval == null || !s.met().satisfy(event.judgement().wanted())) {
            return governing.govern(event, s.given());
        }
        Case c = new Case(event.proposal(), s.given(), event.judgement(), event.stop(), event.at());
        return event.stop().mayAct()
                ? approving.approve(c, new Counted(approval, s.met()))
                : governing.heldByStop(c, approval, s.met());
    }

    private static Decision answered(Answered s, AnswerGiven event) {
        Answer counted = s.settledBy();
        if (counted != null && counted.id().equals(event.answer().id())) {
            return Decision.stay(s, "the answer that counted, again");
        }
        String why = why(s, counted);
        return Decision.to(s, "refused: " + why, new RefuseAnswer(event.answer(), why, event.at()));
    }

    private static String why(Answered s, @Nullable Answer counted) {
        if (counted != null) {
            return "too late: " + counted.who() + " answered first: " + counted.kind();
        }
        return s.last().approvalId() == null
                ? "no approval was asked for: policy said " + s.last().kind()
                : "too late: " + s.last().reason();
    }
}
