package io.flyball.governor.approval;

import io.flyball.governor.approval.ApprovalCommand.RefuseAnswer;
import io.flyball.governor.approval.ApprovalEvent.ActionProposed;
import io.flyball.governor.approval.ApprovalEvent.AnswerGiven;
import io.flyball.governor.approval.ApprovalEvent.StopLifted;
import io.flyball.governor.approval.ApprovalEvent.TimePassed;
import io.flyball.governor.approval.ApprovalState.Answered;
import io.flyball.governor.approval.ApprovalState.NotProposed;
import org.jspecify.annotations.Nullable;

/** After the last verdict: what comes again hears the same, who comes late is told so. */
final class Settled {

    Decision decide(Answered s, ApprovalEvent event) {
        return switch (event) {
            case ActionProposed e -> Repeating.proposal(s, e.proposal(), s.given());
            case AnswerGiven e -> answered(s, e);
            case TimePassed e when !e.at().isBefore(s.keepUntil()) -> Decision.to(new NotProposed(), "forgotten");
            case TimePassed _ -> Decision.stay(s, "it is still remembered");
            case StopLifted _ -> Decision.stay(s, "it has its last verdict");
        };
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
