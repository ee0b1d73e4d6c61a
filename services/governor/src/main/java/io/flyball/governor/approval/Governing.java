package io.flyball.governor.approval;

import io.flyball.governor.approval.ApprovalCommand.AskPeople;
import io.flyball.governor.approval.ApprovalCommand.GiveVerdict;
import io.flyball.governor.approval.ApprovalCommand.RefuseAnswer;
import io.flyball.governor.approval.ApprovalCommand.TellPeople;
import io.flyball.governor.approval.ApprovalEvent.ActionProposed;
import io.flyball.governor.approval.ApprovalEvent.AnswerGiven;
import io.flyball.governor.approval.ApprovalEvent.StopLifted;
import io.flyball.governor.approval.ApprovalEvent.TimePassed;
import io.flyball.governor.approval.ApprovalState.Answered;
import io.flyball.governor.approval.ApprovalState.AwaitingApproval;
import io.flyball.governor.approval.ApprovalState.HeldByStop;
import io.flyball.governor.approval.ApprovalState.NotProposed;
import io.flyball.governor.approval.GivenVerdict.Kind;
import io.flyball.governor.policy.Approvers;
import io.flyball.governor.policy.Sorting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives an action its first verdict, at its proposal or after the release of a stop. */
final class Governing {
    private final ApprovalRules rules;

    Governing(ApprovalRules rules) {
        this.rules = rules;
    }

    Decision decide(NotProposed s, ApprovalEvent event) {
        return switch (event) {
            case ActionProposed e -> govern(e, List.of());
            case AnswerGiven e ->
                Decision.to(
                        s, "no such approval", new RefuseAnswer(e.answer(), "no approval of that id is open", e.at()));
            case TimePassed _, StopLifted _, ApprovalEvent.GovernorBack _ -> Decision.stay(s, "nothing is proposed");
        };
    }

    /** Governs what is proposed, after those verdicts. */
    Decision govern(ActionProposed e, List<GivenVerdict> given) {
        return govern(new Case(e.proposal(), given, e.judgement(), e.stop(), e.at()), e.runApproval());
    }

    Decision govern(Case c, Optional<RunApproval> approval) {
        return switch (c.judgement().sorting()) {
            case FORBID -> settle(c.given(), c.verdict(Kind.DENY), null, c.at(), "forbidden");
            case REQUIRE_APPROVAL ->
                approval.filter(_ -> c.judgement().coverable())
                        .map(before -> approvedForRun(c, before))
                        .orElseGet(() -> ask(c));
            case AUTO_APPROVE, NOTIFY -> letThrough(c);
        };
    }

    private Decision letThrough(Case c) {
        if (!c.stop().mayAct()) {
            return heldByStop(c, null, Approvers.ANYBODY);
        }
        if (c.judgement().sorting() == Sorting.NOTIFY) {
            var tell = new TellPeople(c.proposal(), c.judgement(), c.at());
            return settle(c.given(), allow(c, Kind.ALLOW_AND_NOTIFY), null, c.at(), "allowed, and told", tell);
        }
        return settle(c.given(), allow(c, Kind.ALLOW), null, c.at(), "allowed");
    }

    private Decision approvedForRun(Case c, RunApproval before) {
        if (!c.stop().mayAct()) {
            return heldByStop(c, null, Approvers.ANYBODY);
        }
        GivenVerdict verdict = allow(c, Kind.ALLOW)
                .because("approved-for-run", "approved for this run by " + before.by())
                .approval(before.approvalId(), before.by());
        return settle(c.given(), verdict, null, c.at(), "approved for the run before");
    }

    private Decision ask(Case c) {
        Instant deadline = c.at().plus(rules.timeout());
        GivenVerdict held = c.verdict(Kind.HOLD_FOR_APPROVAL)
                .approval(c.proposal().actionId(), null)
                .until(deadline);
        Instant remindAt = c.at().plus(rules.timeout().dividedBy(2));
        return Decision.to(
                new AwaitingApproval(c.proposal(), c.judgement(), held, deadline, remindAt),
                "people are asked",
                new GiveVerdict(held),
                new AskPeople(c.proposal(), c.judgement(), c.at(), deadline));
    }

    /** A verdict with a grant: it may begin from now on, and for so long. */
    GivenVerdict allow(Case c, Kind kind) {
        Instant notAfter = c.at().plus(rules.grantTime());
        return c.verdict(kind).granted(GrantTerms.of(c.proposal(), c.judgement(), c.stop(), notAfter));
    }

    /** Keeps what would be allowed until the stop is off. */
    Decision heldByStop(Case c, @Nullable Answer approval, Approvers met) {
        return Decision.to(
                new HeldByStop(c.proposal(), c.given(), approval, met, c.at()),
                "held: " + c.stop().why());
    }

    /** Gives the last verdict, and says nothing more about the action from then on. */
    Decision settle(
            List<GivenVerdict> before,
            GivenVerdict last,
            @Nullable Counted settledBy,
            Instant at,
            String why,
            ApprovalCommand... more) {
        List<GivenVerdict> given = new ArrayList<>(before);
        given.add(last);
        List<ApprovalCommand> commands = new ArrayList<>(List.of(new GiveVerdict(last)));
        commands.addAll(List.of(more));
        Answered answered = settledBy == null
                ? new Answered(given, null, Approvers.ANYBODY, at.plus(rules.keepAnswered()))
                : new Answered(given, settledBy.answer(), settledBy.met(), at.plus(rules.keepAnswered()));
        return new Decision(answered, commands, why);
    }

    ApprovalRules rules() {
        return rules;
    }
}
